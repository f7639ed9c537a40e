import Corpus

/// The drawings of the posters, each in a square of 600 units.
extension Poster.Motif {
  func drawing(_ p: PosterPalette) -> String {
    switch self {
    case .scales: scales(p)
    case .ruler: ruler(p)
    case .lift: lift(p)
    case .label: label(p)
    case .kettle: kettle(p)
    case .field: field(p)
    case .bridge: bridge(p)
    case .star: star(p)
    case .hands: hands(p)
    case .magnifier: magnifier(p)
    case .wall: wall(p)
    case .kitchen: kitchen(p)
    }
  }

  private func scales(_ p: PosterPalette) -> String {
    """
    <path d="M170 560h260l-36-52h-188z" fill="\(p.cream)"/><rect x="206" y="492" width="188" height="18" rx="6" fill="\(p.accent)"/>
    <path d="M286 120h28l10 376h-48z" fill="\(p.cream)"/>
    <path d="M60 168c80-34 160-44 240-44s160 10 240 44l-8 22c-76-30-152-40-232-40s-156 10-232 40z" fill="\(p.accent)"/>
    <circle cx="300" cy="112" r="34" fill="\(p.cream)"/><circle cx="300" cy="112" r="14" fill="\(p.ink)"/>
    <path d="M74 180 12 372M74 180l62 192M526 180l-62 192M526 180l62 192" stroke="\(p.cream)" stroke-width="7" fill="none"/>
    <path d="M-6 372h160c0 52-36 84-80 84s-80-32-80-84z" fill="\(p.cream)"/><path d="M446 372h160c0 52-36 84-80 84s-80-32-80-84z" fill="\(p.cream)"/>
    <path d="M34 372v-70l40-24 40 24v70z" fill="\(p.accent)"/><path d="m34 302 40 22 40-22M74 324v48" stroke="\(p.ink)" stroke-width="5" fill="none"/>
    <path d="M490 372l10-58h52l10 58z" fill="\(p.ink)"/><rect x="508" y="290" width="36" height="26" rx="12" fill="\(p.ink)"/>
    <path d="M300 200v120" stroke="\(p.ink)" stroke-width="6" stroke-linecap="round"/><path d="M276 320h48l-24 34z" fill="\(p.ink)"/>
    """
  }

  private func ruler(_ p: PosterPalette) -> String {
    func ticks(_ y: Int, down: Bool, step: Int) -> String {
      var path = ""
      for (number, x) in stride(from: 24, through: 576, by: step).enumerated() {
        let length = number % 5 == 0 ? 56 : 32
        path += "M\(x) \(y)v\(down ? length : -length)"
      }
      return "<path d=\"\(path)\" stroke=\"\(p.ink)\" stroke-width=\"5\"/>"
    }
    return """
      <g transform="rotate(-16 300 300)">
      <rect x="0" y="128" width="600" height="130" rx="12" fill="\(p.cream)"/>\(ticks(258, down: false, step: 23))
      <rect x="0" y="352" width="600" height="130" rx="12" fill="\(p.accent)"/>\(ticks(352, down: true, step: 24))
      <path d="M24 278h414v54H24z" fill="\(p.deep)"/><path d="M438 268l52 37-52 37z" fill="\(p.deep)"/><path d="M438 268l52 37-52 37z" fill="\(p.cream)"/>
      <path d="M472 292l18 13-18 13z" fill="\(p.ink)"/><rect x="24" y="278" width="46" height="54" fill="\(p.accent)"/><rect x="70" y="278" width="14" height="54" fill="\(p.cream)"/>
      <path d="M84 296h354M84 314h354" stroke="\(p.mid)" stroke-width="4"/>
      <path d="M490 112v384" stroke="\(p.ink)" stroke-width="5" stroke-dasharray="14 10"/>
      </g>
      """
  }

  private func lift(_ p: PosterPalette) -> String {
    func person(_ x: Int, _ height: Int, _ colour: String) -> String {
      let top = 520 - height
      return """
        <circle cx="\(x)" cy="\(top)" r="30" fill="\(colour)"/><path d="M\(x - 42) 520v-\(height - 84)a42 42 0 0 1 84 0v\(height - 84)z" fill="\(colour)"/>
        """
    }
    return """
      <path d="M300-40v90" stroke="\(p.cream)" stroke-width="12"/><path d="M280-40v90M320-40v90" stroke="\(p.cream)" stroke-width="4"/>
      <rect x="100" y="44" width="400" height="500" rx="18" fill="\(p.ink)"/><rect x="128" y="110" width="344" height="410" fill="\(p.cream)"/>
      <rect x="128" y="110" width="72" height="410" fill="\(p.accent)"/><rect x="400" y="110" width="72" height="410" fill="\(p.accent)"/>
      <path d="M200 110v410M400 110v410" stroke="\(p.ink)" stroke-width="6"/>
      \(person(256, 250, p.deep))\(person(346, 190, p.mid))
      <rect x="236" y="60" width="128" height="36" rx="8" fill="\(p.deep)"/><path d="M262 88l16-20 16 20z" fill="\(p.accent)"/><path d="M308 68l16 20 16-20z" fill="\(p.cream)"/>
      <rect x="526" y="250" width="52" height="104" rx="12" fill="\(p.cream)"/><circle cx="552" cy="280" r="15" fill="\(p.accent)"/><circle cx="552" cy="324" r="15" fill="\(p.ink)"/>
      <rect x="70" y="544" width="460" height="22" rx="6" fill="\(p.cream)"/>
      """
  }

  private func label(_ p: PosterPalette) -> String {
    var code = ""
    // A pattern that looks like a code and says nothing.
    let rows: [UInt8] = [0b1110_0111, 0b1010_1101, 0b1110_0111, 0b0101_1010, 0b1101_0110, 0b1110_1011, 0b1011_0010, 0b1110_1101]
    for (y, row) in rows.enumerated() {
      for x in 0..<8 where row >> UInt8(7 - x) & 1 == 1 { code += "M\(330 + x * 16) \(370 + y * 16)h16v16h-16z" }
    }
    return """
      <g transform="rotate(8 300 300)">
      <path d="M300 96c-30-70-120-110-170-60s-20 110 40 110" fill="none" stroke="\(p.accent)" stroke-width="9" stroke-linecap="round"/>
      <path d="M210 60h180l110 110v360a30 30 0 0 1-30 30H130a30 30 0 0 1-30-30V170z" fill="\(p.cream)"/>
      <circle cx="300" cy="126" r="32" fill="\(p.mid)"/><circle cx="300" cy="126" r="32" fill="none" stroke="\(p.accent)" stroke-width="10"/>
      <path d="M300 99c-3-16-8-28-15-40" fill="none" stroke="\(p.accent)" stroke-width="9" stroke-linecap="round"/>
      <path d="M150 216h300" stroke="\(p.ink)" stroke-width="20" stroke-linecap="round"/>
      <path d="M150 266h230M150 306h270" stroke="\(p.ink)" stroke-width="10" stroke-linecap="round" opacity="0.55"/>
      <path d="\(code)" fill="\(p.ink)"/>
      <circle cx="218" cy="434" r="66" fill="\(p.accent)"/><path d="M184 436l26 26 46-54" fill="none" stroke="\(p.ink)" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/>
      </g>
      """
  }

  private func kettle(_ p: PosterPalette) -> String {
    """
    <path d="M210 66c-26-30 26-50 0-84M290 66c-26-30 26-50 0-84M370 66c-26-30 26-50 0-84" fill="none" stroke="\(p.cream)" stroke-width="12" stroke-linecap="round" opacity="0.8"/>
    <path d="M418 196h72c52 0 74 40 66 92l-18 122c-6 40-34 58-74 58h-34v-52h24c18 0 26-6 30-26l16-102c4-28-6-40-30-40h-52z" fill="\(p.ink)"/>
    <path d="M176 230 66 178c-14-6-26 6-20 20l114 172z" fill="\(p.cream)"/>
    <path d="M186 150h228l44 330H142z" fill="\(p.cream)"/><path d="M206 150a94 62 0 0 1 188 0z" fill="\(p.accent)"/><circle cx="300" cy="82" r="20" fill="\(p.ink)"/>
    <rect x="176" y="142" width="248" height="22" rx="8" fill="\(p.ink)"/>
    <path d="M328 226h52l22 180h-52z" fill="\(p.mid)"/><path d="M337 300h52l13 106h-52z" fill="\(p.accent)"/><path d="M346 262h28M352 340h30M356 376h30" stroke="\(p.ink)" stroke-width="5"/>
    <rect x="118" y="484" width="364" height="44" rx="16" fill="\(p.ink)"/><path d="M482 510c60 0 40 50 110 44" fill="none" stroke="\(p.ink)" stroke-width="14" stroke-linecap="round"/>
    <circle cx="228" cy="352" r="58" fill="\(p.deep)"/><path d="M232 310l-34 52h28l-8 34 36-52h-28z" fill="\(p.accent)"/>
    """
  }

  private func field(_ p: PosterPalette) -> String {
    func ear(_ x: Int, _ y: Int, _ tilt: Int) -> String {
      var grains = ""
      for row in 0..<5 {
        let up = y - row * 34
        grains += "<path d=\"M\(x) \(up)c-38-6-44-30-40-48 26 4 40 20 40 48zM\(x) \(up)c38-6 44-30 40-48-26 4-40 20-40 48z\"/>"
      }
      return """
        <g transform="rotate(\(tilt) \(x) 560)"><path d="M\(x) 560V\(y - 170)" stroke="\(p.accent)" stroke-width="9" stroke-linecap="round"/>
        <g fill="\(p.accent)">\(grains)<path d="M\(x) \(y - 160)c-18-18-16-42 0-62 16 20 18 44 0 62z"/></g></g>
        """
    }
    return """
      <g transform="translate(22 -6)"><circle cx="430" cy="150" r="84" fill="\(p.accent)"/><g stroke="\(p.accent)" stroke-width="12" stroke-linecap="round"><path d="M430 34V2M430 266v32M314 150h-32M546 150h32M348 68l-22-22M512 232l22 22M512 68l22-22M348 232l-22 22"/></g></g>
      <g clip-path="url(#disc)"><path d="M-100 420c130-110 280-100 400-30s240 60 420-40v400H-100z" fill="\(p.cream)"/>
      <path d="M-100 490c150-70 280-50 400 0s240 50 420-10v300H-100z" fill="\(p.deep)"/>
      <path d="M40 700c20-90 80-150 150-184M190 700c10-80 60-130 120-160M340 700c10-60 50-100 110-124M480 700c14-44 50-80 100-100" fill="none" stroke="\(p.mid)" stroke-width="12" stroke-linecap="round"/></g>
      \(ear(140, 360, -10))\(ear(212, 330, 5))
      """
  }

  private func bridge(_ p: PosterPalette) -> String {
    var cables = ""
    for step in 1...6 {
      // Between the towers the cables of both meet at the middle of the deck.
      let reach = step * 34
      let inner = step * 23
      let height = 110 + (6 - step) * 36
      cables += "M160 \(height)L\(160 - reach) 420M160 \(height)L\(160 + inner) 420M440 \(height)L\(440 - inner) 420M440 \(height)L\(440 + reach) 420"
    }
    return """
      <circle cx="300" cy="170" r="70" fill="\(p.accent)"/>
      <g clip-path="url(#disc)"><path d="M-100 520h800v200h-800z" fill="\(p.deep)"/><path d="\(cables)" stroke="\(p.cream)" stroke-width="5"/>
      <path d="M146 70h28l14 430h-56zM426 70h28l14 430h-56z" fill="\(p.cream)"/><path d="M148 250h24v16h-24zM428 250h24v16h-24z" fill="\(p.ink)"/>
      <path d="M-100 412c266-22 534-22 800 0v30c-266-22-534-22-800 0z" fill="\(p.accent)"/><path d="M-100 442c266-22 534-22 800 0v12c-266-22-534-22-800 0z" fill="\(p.ink)"/>
      <path d="M-100 530q40-30 80 0t80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0" fill="none" stroke="\(p.cream)" stroke-width="12" stroke-linecap="round"/>
      <path d="M-60 588q40-30 80 0t80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0" fill="none" stroke="\(p.accent)" stroke-width="12" stroke-linecap="round"/>
      <path d="M254 380h92l14 28H240z" fill="\(p.ink)"/><circle cx="266" cy="408" r="10" fill="\(p.cream)"/><circle cx="334" cy="408" r="10" fill="\(p.cream)"/></g>
      """
  }

  private func star(_ p: PosterPalette) -> String {
    """
    <path d="M190 340 96 600l98-22 62 72 74-232z" fill="\(p.ink)"/><path d="M410 340l94 260-98-22-62 72-74-232z" fill="\(p.deep)"/>
    <path d="M300-10l44 46 60-22 22 60 63 8-8 63 58 30-30 58 30 58-58 30 8 63-63 8-22 60-60-22-44 46-44-46-60 22-22-60-63-8 8-63-58-30 30-58-30-58 58-30-8-63 63-8 22-60 60 22z" fill="\(p.accent)"/>
    <circle cx="300" cy="233" r="166" fill="\(p.cream)"/><circle cx="300" cy="233" r="148" fill="none" stroke="\(p.mid)" stroke-width="6"/>
    <path d="M300 108l31 84 90 4-70 56 24 86-75-49-75 49 24-86-70-56 90-4z" fill="\(p.mid)"/>
    """
  }

  private func hands(_ p: PosterPalette) -> String {
    func hand(_ x: Int, _ y: Int, _ colour: String, _ sleeve: String, flip: Bool = false) -> String {
      """
      <g transform="translate(\(x) \(y))\(flip ? " scale(-1 1)" : "")"><g fill="\(colour)">
      <rect x="-58" y="-150" width="27" height="130" rx="13"/><rect x="-27" y="-176" width="27" height="150" rx="13"/><rect x="4" y="-166" width="27" height="140" rx="13"/><rect x="35" y="-136" width="25" height="120" rx="12"/>
      <path d="M-58-40c-14-30-34-56-50-60-16-2-22 14-14 28 14 24 26 62 44 92 14 24 34 40 52 44v70h72V60c10-14 14-30 14-52v-50z"/></g>
      <path d="M-42 120h96l24 460H-66z" fill="\(sleeve)"/><path d="M-42 120h96l2 34h-100z" fill="\(p.ink)" opacity="0.25"/></g>
      """
    }
    return """
      <g clip-path="url(#disc)">\(hand(110, 300, p.accent, p.deep))\(hand(490, 290, p.accent, p.ink, flip: true))\(hand(300, 180, p.cream, p.accent))</g>
      """
  }

  private func magnifier(_ p: PosterPalette) -> String {
    """
    <path d="M40 250 210 170l170 80v210L210 540 40 460z" fill="\(p.accent)"/><path d="M40 250l170 80 170-80-170-80z" fill="\(p.cream)"/><path d="M210 330v210l170-80V250z" fill="\(p.ink)" opacity="0.28"/>
    <path d="M125 210l170 80v60l40-19v-60L165 191z" fill="\(p.mid)"/>
    <path d="M452 446l44-44 112 112a31 31 0 0 1-44 44z" fill="\(p.ink)"/>
    <circle cx="352" cy="290" r="180" fill="\(p.cream)"/><circle cx="352" cy="290" r="180" fill="none" stroke="\(p.ink)" stroke-width="30"/>
    <path d="M248 232h140" stroke="\(p.mid)" stroke-width="18" stroke-linecap="round"/><path d="M248 282h208M248 326h180" stroke="\(p.ink)" stroke-width="10" stroke-linecap="round" opacity="0.55"/>
    <path d="M264 384l30 30 60-62" fill="none" stroke="\(p.mid)" stroke-width="20" stroke-linecap="round" stroke-linejoin="round"/>
    <path d="M236 196a146 146 0 0 1 96-58" fill="none" stroke="\(p.accent)" stroke-width="14" stroke-linecap="round"/>
    """
  }

  /// A house cut open: rooms, the wall that carries them, a hammer that stays out.
  private func wall(_ p: PosterPalette) -> String {
    var joints = ""
    for row in 0..<8 {
      let y = 236 + 38 * row
      joints += "M262 \(y)h76"
      joints += row % 2 == 0 ? "M300 \(y)v38" : "M282 \(y)v38M320 \(y)v38"
    }
    return """
      <path d="M300 44 566 236H34z" fill="\(p.accent)"/><path d="M436 96h52v90l-52-38z" fill="\(p.accent)"/>
      <rect x="76" y="236" width="448" height="304" fill="\(p.cream)"/><rect x="40" y="540" width="520" height="20" rx="6" fill="\(p.accent)"/>
      <path d="M76 388h186M338 388h186" stroke="\(p.ink)" stroke-width="10"/>
      <rect x="262" y="236" width="76" height="304" fill="\(p.mid)"/><path d="\(joints)" stroke="\(p.cream)" stroke-width="5" fill="none"/>
      <path d="M116 268h104v84H116z" fill="\(p.deep)"/><path d="M168 268v84M116 310h104" stroke="\(p.cream)" stroke-width="6"/>
      <path d="M380 268h104v84H380z" fill="\(p.deep)"/><path d="M432 268v84M380 310h104" stroke="\(p.cream)" stroke-width="6"/>
      <path d="M108 540v-58a14 14 0 0 1 14-14h22v-30h76a14 14 0 0 1 14 14v88z" fill="\(p.accent)"/>
      <circle cx="446" cy="456" r="92" fill="\(p.cream)"/>
      <g transform="translate(446 456) rotate(38) scale(.84) translate(-446 -452)"><rect x="436" y="400" width="20" height="130" rx="10" fill="\(p.accent)"/><rect x="392" y="376" width="108" height="54" rx="10" fill="\(p.ink)"/></g>
      <circle cx="446" cy="456" r="83" fill="none" stroke="\(p.deep)" stroke-width="18"/><path d="M387 397l118 118" stroke="\(p.deep)" stroke-width="18"/>
      """
  }

  /// Behind glass a cook and a pot; before it two who look in.
  private func kitchen(_ p: PosterPalette) -> String {
    """
    <rect x="28" y="70" width="544" height="404" rx="18" fill="\(p.ink)"/><rect x="56" y="98" width="488" height="348" fill="\(p.cream)"/>
    <path d="M56 178h488" stroke="\(p.mid)" stroke-width="8"/><path d="M120 178v40M180 178v36M240 178v34" stroke="\(p.ink)" stroke-width="8" stroke-linecap="round"/>
    <path d="M104 218h32v26h-32zM164 214h32l-6 44h-20zM224 212h32v22h-32z" fill="\(p.ink)"/>
    <circle cx="410" cy="266" r="46" fill="\(p.accent)"/><path d="M362 244v-34c-34-6-34-62 6-62 10-34 74-34 84 0 40 0 40 56 6 62v34z" fill="\(p.cream)" stroke="\(p.ink)" stroke-width="7"/>
    <path d="M316 446v-64c0-40 34-66 70-66h48c36 0 70 26 70 66v64z" fill="\(p.mid)"/><path d="M392 316h36l-18 40z" fill="\(p.cream)"/>
    <path d="M142 366h156v58c0 14-8 22-22 22H164c-14 0-22-8-22-22z" fill="\(p.ink)"/><rect x="127" y="352" width="184" height="18" rx="9" fill="\(p.deep)"/>
    <path d="M180 338c-16-22 16-32 0-56M222 338c-16-22 16-32 0-56M264 338c-16-22 16-32 0-56" stroke="\(p.mid)" stroke-width="8" stroke-linecap="round" fill="none"/>
    <path d="M470 98h40L424 186h-40z" fill="#fff" opacity=".55"/><path d="M530 120v40L470 222h-22z" fill="#fff" opacity=".55"/>
    <rect x="0" y="446" width="600" height="34" rx="8" fill="\(p.accent)"/>
    <g clip-path="url(#disc)"><circle cx="200" cy="500" r="54" fill="\(p.deep)"/><path d="M104 700v-82c0-44 42-70 96-70s96 26 96 70v82z" fill="\(p.deep)"/>
    <circle cx="392" cy="516" r="46" fill="\(p.ink)"/><path d="M312 700v-74c0-38 34-60 80-60s80 22 80 60v74z" fill="\(p.ink)"/></g>
    """
  }
}
