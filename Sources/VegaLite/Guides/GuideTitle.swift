import Inputs
import Tables

/// The titles of axes and legends.
struct GuideTitle {
  private let parts: [(definitions: [ChannelDefinition], guide: Located?)]
  private let configured: Properties
  private let run: ChartRun

  init(
    _ parts: [(definitions: [ChannelDefinition], guide: Located?)], configured: Properties,
    run: ChartRun
  ) {
    self.parts = parts
    self.configured = configured
    self.run = run
  }

  /// The lines of the title; nil for none.
  var lines: [String]? {
    var given: [[String]] = []
    var isOff = false
    var names: [String] = []
    for part in parts {
      if let guide = part.guide, guide.value.object != nil, let title = guide["title"] {
        add(title, &given, &isOff)
        continue
      }
      var titled = false
      for definition in part.definitions {
        if let title = definition.reader.value["title"] {
          add(definition.reader.located(title), &given, &isOff)
          titled = true
        }
      }
      if titled { continue }
      for definition in part.definitions where definition.isField {
        let name = FieldTitle(definition, run).text
        if !name.isEmpty, !names.contains(name) { names.append(name) }
      }
    }
    if !given.isEmpty {
      return given.count == 1 ? given[0] : [given.flatMap { $0 }.joined(separator: ", ")]
    }
    if isOff { return nil }
    if configured.isNull("title") { return nil }
    if let lines = configured.lines("title") { return lines }
    return names.isEmpty ? nil : [names.joined(separator: ", ")]
  }

  private func add(_ title: Located, _ given: inout [[String]], _ isOff: inout Bool) {
    guard !title.value.isNull, let datum = PropertyValue(title, run.findings)?.evaluate(run) else {
      isOff = true
      return
    }
    let lines = Properties.lines(datum)
    if lines == [""] { isOff = true } else if !given.contains(lines) { given.append(lines) }
  }
}
