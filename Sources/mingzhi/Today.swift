import Corpus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CalendarDate {
  /// The day here and now; the one of SOURCE_DATE_EPOCH (reproducible-builds.org) when that is set.
  static var today: CalendarDate? {
    var seconds = time(nil)
    if let given = getenv("SOURCE_DATE_EPOCH").flatMap({ Int(String(cString: $0)) }) { seconds = time_t(given) }
    var day = tm()
    localtime_r(&seconds, &day)
    return CalendarDate(year: Int(day.tm_year) + 1900, month: Int(day.tm_mon) + 1, day: Int(day.tm_mday))
  }
}
