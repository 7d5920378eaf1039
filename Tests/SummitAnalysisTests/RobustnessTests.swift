import Diagnostics
import Formats
import Inputs
import SummitAnalysis
import SummitData
import Testing

@Suite struct RobustnessTests {
  static let intruders: [Value] = [
    .null, true, -1, Value(.number(Number(text: "1e999", double: .infinity))), "", "x",
    "2022-10-25",
    [], [[]], [:], ["ko": "가"], ["by": "9999"],
  ]

  /// Every node of a sample in turn is replaced: it is refused, or it decodes and can be analysed.
  @Test(arguments: intruders.indices)
  func anyNodeMayBeAnything(_ intruder: Int) throws {
    let source = Source(name: "s.json", bytes: [])
    let tree = try sampleTree(2021)
    let nodes = tree.nodeCount
    let earlier = try sample(2020)
    var decoded = 0
    // Every seventh node, from another start for each intruder: enough to meet each member of each object.
    for node in stride(from: intruder % 7, to: nodes, by: 7) {
      var remaining = node
      let broken = tree.replacing(&remaining, with: Self.intruders[intruder])
      do throws(DiagnosticError) {
        let summit = try Summit.decode(Located(broken, in: source)).summit
        _ = summit.value
        let analysis = try Analysis(summit, comparedWith: [earlier])
        _ = try analysis.printed(as: .text, language: .ko)
        decoded += 1
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
    #expect(decoded < nodes / 7)
  }

  @Test func manyParticipantsTakeLinearTime() throws {
    var members = try #require(sampleTree(2021).object?.members)
    let list = try #require(members.firstIndex { $0.key == "participants" })
    let people = try #require(members[list].value.array)
    members[list].value = .array(
      (0..<5000).map { number in
        var remaining = 1
        return people[number % people.count].replacing(&remaining, with: .string("p\(number)"))
      })
    let located = Located(Value(.object(Object(members))), in: Source(name: "s", bytes: []))
    let analysis = try Analysis(Summit.decode(located).summit)
    #expect(analysis.counts["participants"] == 5000)
    #expect(analysis.column(.participants, "kind").count == 5000)
  }
}

extension Value {
  var nodeCount: Int {
    1 + (array ?? object?.members.map(\.value) ?? []).reduce(0) { $0 + $1.nodeCount }
  }

  /// The tree with the node at a position, counted in order of writing, replaced.
  func replacing(_ remaining: inout Int, with value: Value) -> Value {
    guard remaining >= 0 else { return self }
    guard remaining > 0 else {
      remaining -= 1
      return value
    }
    remaining -= 1
    switch kind {
    case .array(let items):
      var replaced: [Value] = []
      for item in items { replaced.append(item.replacing(&remaining, with: value)) }
      return .array(replaced)
    case .object(let object):
      var replaced: [(String, Value)] = []
      for member in object.members {
        replaced.append((member.key, member.value.replacing(&remaining, with: value)))
      }
      return .object(replaced)
    case .null, .bool, .number, .string: return self
    }
  }
}
