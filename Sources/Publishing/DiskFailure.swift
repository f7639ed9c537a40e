import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Failure {
  /// The disk refused something at `path`: says why, and what to do.
  /// It is for failures before the exchange, so that "the site is unchanged" is true.
  static func disk(_ code: Int32, at path: String) -> Failure {
    let why: Bilingual
    switch code {
    case ENOSPC, EDQUOT:
      why = Bilingual(zh: "磁盘已满，请腾出空间后重试", en: "the disk is full; free some space and try again")
    case EACCES, EPERM:
      why = Bilingual(
        zh: "没有权限，请修改权限，或用 --output 另选文件夹",
        en: "permission denied; make it writable, or choose another folder with --output")
    case EROFS:
      why = Bilingual(
        zh: "磁盘是只读的，请用 --output 另选文件夹",
        en: "the disk is read-only; choose another folder with --output")
    case ENOTDIR:
      why = Bilingual(
        zh: "路径中有一段不是文件夹，请用 --output 另选文件夹",
        en: "part of the path is not a folder; choose another folder with --output")
    case EXDEV:
      // A disk mounted inside the folder, or overlayfs refusing to rename a folder of a lower layer (rename(2)).
      why = Bilingual(
        zh: "它跨磁盘，或属于容器镜像的下层，请删除它，或用 --output 另选文件夹",
        en: "it spans disks or lies in a lower layer of a container image; remove it, or choose another folder with --output")
    case EMFILE, ENFILE:
      why = Bilingual(
        zh: "打开的文件过多，请关闭其他程序后重试",
        en: "too many open files; close other programs and try again")
    default:
      let words = String(cString: strerror(code))
      why = Bilingual(zh: "\(words)，请检查磁盘后重试", en: "\(words); check the disk and try again")
    }
    return .machine(
      Bilingual(
        zh: "无法写入 \(path)：\(why.zh)。原有网站没有改动。",
        en: "cannot write \(path): \(why.en). The site there is unchanged."))
  }
}
