import BriefKit
import Testing

@Suite struct DataArgumentTests {
  @Test(
    arguments: [
      ("a.json", nil, "a.json"), ("sales=a.json", "sales", "a.json"), ("-", nil, "-"),
      ("sales=-", "sales", "-"), ("매출=a.json", "매출", "a.json"),
      ("a=b=c.json", "a", "b=c.json"), ("dir/a=b.json", nil, "dir/a=b.json"),
      ("a.b=c.json", nil, "a.b=c.json"), ("=a.json", nil, "=a.json"), ("sales=", "sales", ""),
    ] as [(String, String?, String)])
  func readsNameAndPath(_ argument: String, _ name: String?, _ path: String) {
    #expect(DataArgument(argument: argument) == DataArgument(name: name, path: path))
  }
}
