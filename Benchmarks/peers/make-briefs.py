#!/usr/bin/env python3
"""Makes records for `Fixtures/client`, a brief for one client, as NDJSON; the same arguments give the same bytes.

  make-briefs.py COUNT FOLDER all|addressee     FOLDER/briefs.ndjson, and FOLDER/first.json, the first record by itself

`all` makes all data different from client to client, `addressee` only whom the brief is for. Names and sentences are those
of `Fixtures/brief`, put together anew.
"""
import json
import random
import sys
from pathlib import Path

from shared import FIXTURES, load

COMPANIES = ["상사", "산업", "물산", "전자", "건설", "식품", "제약", "화학", "통신", "금속", "운수", "교육", "출판", "섬유"]
TITLES = ["대표", "이사", "부장", "실장"]
KINDS = ["국내 주식", "국외 주식", "국채", "회사채", "부동산", "예금"]
FUNDS = ["성장", "배당", "안정", "중소형", "기술", "신흥국", "장기", "단기"]


class Maker:
    def __init__(self):
        data = load(FIXTURES / "brief" / "data.json")
        self.regions = [region["name"] for region in data["regions"]]
        self.branches = sorted({row["name"] for row in data["branches"]})
        self.managers = sorted({row["manager"] for row in data["branches"]})
        self.months = data["months"]
        self.stories = [part + "." for text in data["paragraphs"] for part in text["text"].rstrip(".").split(". ")]
        self.requests = sorted({region["next"] for region in data["regions"]}) + [data["decision"]]

    def addressee(self, index):
        """Another company for each of the first thousand."""
        place, company = divmod(index, len(COMPANIES))
        region, branch = divmod(place, len(self.branches))
        surname, given = index % len(self.managers), index * 7 % len(self.managers)
        return {
            "company": self.regions[region % len(self.regions)] + self.branches[branch] + COMPANIES[company],
            "name": self.managers[surname][0] + self.managers[given][1:],
            "title": TITLES[index % len(TITLES)],
        }

    def brief(self, index, seed):
        chance = random.Random(seed)
        holdings = []
        for number in range(12):
            cost = round(50 + chance.random() * 900, 1)
            rate = round(-0.12 + chance.random() * 0.3, 4)
            fund = f"{chance.choice(self.branches)} {chance.choice(FUNDS)} {number + 1}호"
            amount = round(cost * (1 + rate), 1)
            holdings.append({"kind": KINDS[number // 2], "name": fund, "cost": cost, "amount": amount, "rate": rate})
        kinds = [
            {"name": kind, "amount": round(sum(row["amount"] for row in holdings if row["kind"] == kind) * 1e6)}
            for kind in KINDS
        ]
        total, cost = sum(kind["amount"] for kind in kinds), sum(row["cost"] for row in holdings)
        scale = total / self.months[-1]["amount"]
        months = [
            row | {"amount": round(row["amount"] * scale * (0.9 + chance.random() * 0.2))} for row in self.months[:-1]
        ] + [self.months[-1] | {"amount": total}]
        last = months[12:]
        growth = round(total / (cost * 1e6) - 1, 4)
        won = sum(row["rate"] > 0 for row in holdings)
        by_rate = sorted(holdings, key=lambda row: row["rate"])
        return {
            "id": f"C{index + 1:05}",
            "addressee": self.addressee(index),
            "team": f"{chance.choice(self.regions)} 자산 관리 {chance.randint(1, 90)}팀",
            "branch": f"{chance.choice(self.regions)} {chance.choice(self.branches)}",
            "manager": chance.choice(self.managers),
            "date": f"2023-01-{chance.randint(2, 31):02}",
            "meeting": f"2023-0{chance.randint(2, 9)}-{chance.randint(1, 28):02}",
            "total": total,
            "growth": growth,
            "plan": round(0.02 + chance.random() * 0.05, 3),
            "kpis": [
                {"figure": f"{total / 1e8:.1f}", "unit": "억 원", "label": "평가액", "note": f"맡긴 돈은 {cost / 100:.1f}억 원이다"},
                {"figure": f"{growth * 100:.1f}", "unit": "%", "label": "수익률", "note": f"열두 종목 가운데 {won}개가 올랐다"},
                {"figure": str(chance.randint(3, 40)), "unit": "회", "label": "거래", "note": f"한 해 전에는 {chance.randint(3, 40)}회였다"},
                {"figure": f"{chance.random() * 2:.2f}", "unit": "%", "label": "보수", "note": f"{chance.randint(10, 900)}만 원을 냈다"},
            ],
            "best": by_rate[-1],
            "worst": by_rate[0],
            "largest": max(kinds, key=lambda kind: kind["amount"]),
            "peak": max(last, key=lambda row: row["amount"]),
            "low": min(last, key=lambda row: row["amount"]),
            "story": " ".join(chance.sample(self.stories, 2)),
            "outlook": chance.choice(self.stories),
            "request": chance.choice(self.requests),
            "months": months,
            "kinds": kinds,
            "holdings": holdings,
        }


def main(count, folder, kind):
    maker, folder = Maker(), Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(maker.brief(index, index + 2022 if kind == "all" else 2022), ensure_ascii=False)
        for index in range(count)
    ]
    (folder / "briefs.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "first.json").write_text(lines[0] + "\n", encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case [count, folder, "all" | "addressee" as kind]:
            main(int(count), folder, kind)
        case _:
            sys.exit(__doc__)
