import Diagnostics
import Inputs
import Tables

/// The channels of a view and what they show.
struct Encoding {
  private(set) var definitions: [Channel: [ChannelDefinition]] = [:]
  /// In order of writing.
  private(set) var channels: [Channel] = []

  init() {}

  init(_ located: Located?, _ run: ChartRun) {
    guard let located else { return }
    guard let object = located.value.object else {
      run.findings.error(
        "spec.type", "\"encoding\" must be an object, not \(located.value.kindName)",
        at: located.location)
      return
    }
    let reader = ChannelReader(run: run)
    for member in object.members {
      guard let channel = Channel(rawValue: member.key) else {
        run.findings.warning(
          "spec.unknown", "unknown channel \"\(member.key)\"",
          at: SourceLocation(located.source, member.keyRange),
          hints: Suggestion.hints(for: member.key, in: Channel.allCases.map(\.rawValue)))
        continue
      }
      // A channel that is null is not there: it drops what a layer would inherit.
      if member.value.isNull { continue }
      let items = member.value.array ?? [member.value]
      let definitions = items.compactMap { reader.read(Located($0, in: located.source), channel) }
      // One that only says how things look, for layers to fill in, shows nothing itself.
      set(channel, definitions.filter { !$0.isEmpty })
    }
  }

  /// Warns of values sorted by a channel that the view doesn't have.
  func checkSorts(_ findings: Findings) {
    for definition in channels.compactMap({ self[$0] }) {
      guard case .channel(let other, _)? = definition.sort, !has(other),
        let place = definition.reader["sort"]
      else { continue }
      findings.warning(
        "spec.sort", "the view has no channel \"\(other.rawValue)\" to sort by",
        at: definition.reader.location(of: place),
        hints: [
          "sort by one it has: \(channels.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))"
        ])
    }
  }

  mutating func set(_ channel: Channel, _ items: [ChannelDefinition]) {
    if definitions[channel] == nil, !items.isEmpty { channels.append(channel) }
    definitions[channel] = items.isEmpty ? nil : items
    if items.isEmpty { channels.removeAll { $0 == channel } }
  }

  subscript(channel: Channel) -> ChannelDefinition? {
    definitions[channel]?.first
  }

  func all(_ channel: Channel) -> [ChannelDefinition] { definitions[channel] ?? [] }

  func has(_ channel: Channel) -> Bool { definitions[channel] != nil }

  /// The definition of a channel that has a scale or a field: the channel's own or its condition's.
  func scaled(_ channel: Channel) -> ChannelDefinition? { self[channel]?.scaled }

  /// Whether a field or constant of the data gives the channel's values.
  func hasFieldOrDatum(_ channel: Channel) -> Bool { self[channel]?.isFieldOrDatum ?? false }

  /// All definitions that read a field, in order of writing.
  var fields: [ChannelDefinition] {
    channels.flatMap { channel in
      all(channel).compactMap { $0.scaled }.filter(\.isField)
    }
  }

  var isAggregate: Bool { fields.contains { $0.aggregate != nil } }

  /// Whether the offset within a band is a measure, so that marks range from its zero.
  func hasQuantitativeOffset(_ channel: Channel) -> Bool {
    guard let offset = channel.offset, let definition = self[offset] else { return false }
    return definition.isUnbinnedQuantitative
  }

  /// Whether a band holds bands of another field.
  func hasNestedOffset(_ channel: Channel) -> Bool {
    guard let definition = self[channel], definition.isFieldOrDatum,
      definition.type.isDiscrete || definition.timeUnit != nil, let offset = channel.offset
    else { return false }
    return hasFieldOrDatum(offset)
  }
}
