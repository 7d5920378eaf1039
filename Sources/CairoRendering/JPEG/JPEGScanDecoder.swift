/// Decodes the blocks of one scan: sequential (ISO/IEC 10918-1, annex F) or progressive (annex G).
struct JPEGScanDecoder {
  private var reader: JPEGBitReader
  private let scan: JPEGScan
  private let isProgressive: Bool
  private let restartInterval: Int
  /// Blocks left that end without further coefficients.
  private var endOfBandRun = 0

  init(_ scan: JPEGScan, reader: JPEGBitReader, isProgressive: Bool, restartInterval: Int) {
    self.scan = scan
    self.reader = reader
    self.isProgressive = isProgressive
    self.restartInterval = restartInterval
  }

  /// Decodes all of the scan and gives the place after it.
  mutating func decode(
    _ components: inout [JPEGComponent], unitColumns: Int, unitRows: Int
  ) throws(JPEGFault) -> Int {
    for part in scan.parts { components[part.component].prediction = 0 }
    var unit = 0
    if scan.parts.count == 1, let part = scan.parts.first {
      // A component alone comes block by block, without the blocks that fill up units.
      for row in 0..<components[part.component].rows {
        for column in 0..<components[part.component].columns {
          try restart(before: unit, &components)
          try decodeBlock(&components[part.component], part, row, column)
          unit += 1
        }
      }
      return reader.position
    }
    for row in 0..<unitRows {
      for column in 0..<unitColumns {
        try restart(before: unit, &components)
        for part in scan.parts {
          let (width, height) = (
            components[part.component].horizontal, components[part.component].vertical
          )
          for y in 0..<height {
            for x in 0..<width {
              try decodeBlock(
                &components[part.component], part, row * height + y, column * width + x)
            }
          }
        }
        unit += 1
      }
    }
    return reader.position
  }

  private mutating func restart(
    before unit: Int, _ components: inout [JPEGComponent]
  ) throws(JPEGFault) {
    guard restartInterval > 0, unit > 0, unit % restartInterval == 0 else { return }
    try reader.restart()
    endOfBandRun = 0
    for part in scan.parts { components[part.component].prediction = 0 }
  }

  private mutating func decodeBlock(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part, _ row: Int, _ column: Int
  ) throws(JPEGFault) {
    let start = 64 * (row * component.stride + column)
    guard isProgressive else {
      try decodeSequential(&component, part, start)
      return
    }
    switch (scan.first, scan.high) {
    case (0, 0): try decodeFirstDC(&component, part, start)
    case (0, _): if try reader.bit() { component.coefficients[start] |= 1 << Int16(scan.low) }
    case (_, 0): try decodeFirstAC(&component, part, start)
    default: try refineAC(&component, part, start)
    }
  }

  private mutating func nextDC(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part
  ) throws(JPEGFault) -> Int {
    guard let table = part.dc else { throw .damaged }
    component.prediction &+= try reader.signed(try reader.symbol(table))
    return component.prediction
  }

  private mutating func decodeSequential(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part, _ start: Int
  ) throws(JPEGFault) {
    guard let table = part.ac else { throw .damaged }
    component.coefficients[start] = Int16(truncatingIfNeeded: try nextDC(&component, part))
    var index = 1
    while index < 64 {
      let symbol = try reader.symbol(table)
      let (run, size) = (symbol >> 4, symbol & 15)
      if size == 0 {
        if run < 15 { return }
        index += 16
        continue
      }
      index += run
      guard index < 64 else { throw .damaged }
      component.coefficients[start + JPEGZigZag.places[index]] = Int16(
        truncatingIfNeeded: try reader.signed(size))
      index += 1
    }
  }

  private mutating func decodeFirstDC(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part, _ start: Int
  ) throws(JPEGFault) {
    let value = try nextDC(&component, part)
    component.coefficients[start] = Int16(truncatingIfNeeded: value << scan.low)
  }

  private mutating func decodeFirstAC(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part, _ start: Int
  ) throws(JPEGFault) {
    if endOfBandRun > 0 {
      endOfBandRun -= 1
      return
    }
    guard let table = part.ac else { throw .damaged }
    var index = scan.first
    while index <= scan.last {
      let symbol = try reader.symbol(table)
      let (run, size) = (symbol >> 4, symbol & 15)
      if size == 0 {
        if run < 15 {
          endOfBandRun = (1 << run) - 1 + (try reader.bits(run))
          return
        }
        index += 16
        continue
      }
      index += run
      guard index <= scan.last else { throw .damaged }
      component.coefficients[start + JPEGZigZag.places[index]] = Int16(
        truncatingIfNeeded: try reader.signed(size) << scan.low)
      index += 1
    }
  }

  /// Adds one bit to the coefficients known so far and brings in new ones of that bit's size (G.1.2.3).
  private mutating func refineAC(
    _ component: inout JPEGComponent, _ part: JPEGScan.Part, _ start: Int
  ) throws(JPEGFault) {
    guard let table = part.ac else { throw .damaged }
    let step = Int16(1) << Int16(scan.low)
    var index = scan.first
    while endOfBandRun == 0, index <= scan.last {
      let symbol = try reader.symbol(table)
      var zeros = symbol >> 4
      var new: Int16 = 0
      switch symbol & 15 {
      case 0:
        if zeros < 15 {
          endOfBandRun = (1 << zeros) + (try reader.bits(zeros))
          continue
        }
      case 1: new = try reader.bit() ? step : -step
      default: throw .damaged
      }
      while index <= scan.last {
        let place = start + JPEGZigZag.places[index]
        index += 1
        if component.coefficients[place] != 0 {
          try refine(&component.coefficients[place], step)
        } else if zeros > 0 {
          zeros -= 1
        } else {
          component.coefficients[place] = new
          break
        }
      }
    }
    guard endOfBandRun > 0 else { return }
    endOfBandRun -= 1
    while index <= scan.last {
      let place = start + JPEGZigZag.places[index]
      index += 1
      if component.coefficients[place] != 0 { try refine(&component.coefficients[place], step) }
    }
  }

  private mutating func refine(_ coefficient: inout Int16, _ step: Int16) throws(JPEGFault) {
    guard try reader.bit(), coefficient & step == 0 else { return }
    coefficient = coefficient > 0 ? coefficient &+ step : coefficient &- step
  }
}
