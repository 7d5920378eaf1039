import Diagnostics
import Foundation
import Inputs
import SummitData

let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

let sampleYears = [2020, 2021, 2022]

func sampleSource(_ year: Int) throws -> Source {
  let name = "Samples/ai-one-team-summit-\(year).json"
  let data = try Data(contentsOf: packageFolder.appending(path: name))
  return Source(name: name, bytes: Array(data))
}

func sample(_ year: Int) throws -> Summit {
  let source = try sampleSource(year)
  return try Summit.decode(Located(JSONReader.read(source), in: source)).summit
}

/// A small summit, one thing of each kind, for tests that break it.
let smallSummit = """
  {
    "name": {"ko": "서밋", "en": "Summit"},
    "edition": "2022",
    "date": "2022-10-25",
    "reported": "2022-10-26",
    "source": "A",
    "industries": [{"id": "telecom", "name": {"ko": "통신", "en": "Telecom"}, "isic": "J61"}],
    "organizations": [
      {"id": "group", "name": {"en": "Group"}, "kind": "industry", "industry": "telecom"},
      {"id": "part", "name": {"en": "Part"}, "kind": "academia", "industry": "telecom", "parent": "group"}
    ],
    "memberships": [
      {"organization": "group", "joined": {"by": "2020-02"}, "source": "A"},
      {"organization": "part", "joined": "2020-02", "source": "A", "left": {"from": "2020-06", "to": "2020-09-25"}, "left_source": ["A"]}
    ],
    "coverage": "named",
    "participants": [
      {"id": "kim", "name": {"ko": "김"}, "organization": "part", "position": {"ko": "대표"}, "seniority": "head", "source": "A"}
    ],
    "areas": [{"id": "talent", "name": {"ko": "인재", "en": "Talent"}}],
    "results": [{"title": {"ko": "가"}, "text": {"ko": "나"}, "area": "talent", "source": "A"}],
    "sources": [{"id": "A", "outlet": {"en": "Paper"}, "date": "2022-10-26"}]
  }
  """

func decode(_ text: String) throws -> Summit {
  let source = Source(name: "s.json", text: text)
  return try Summit.decode(Located(JSONReader.read(source), in: source)).summit
}

/// What is reported of a text, as plain lines; empty where nothing is wrong.
func faults(_ text: String) -> [String] {
  do {
    _ = try decode(text)
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics.map { $0.rendered(.plain) }
  } catch {
    return ["\(error)"]
  }
}
