package import Formats

/// A closed vocabulary whose codes have a name in both languages.
package protocol Code: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
  var label: LocalizedText { get }
}
