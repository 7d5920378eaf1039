# BriefKit: what can be made. `make brief` and `make test` need Swift 6.2 or newer, git and make; the rest they install.
#
#   make brief      the sample brief, in out/ai-one-team-summit-2022
#   make test       lint, build, all tests, and the sample rendered and checked
#   make check-pdf  every report's PDF against PDF/UA-1 and PDF/A-3a, by checkers from PyPI (needs python3 and the network once)
#   make test-spark the Spark job on a small cluster of its own (needs python3 and the network once)
#   make bench      time and memory of a release build; beside vl-convert, where `make bench-peers` has set it up
#   make pictures   the pictures of README.md and of the gallery
#   make install PREFIX=/usr/local

PREFIX ?= /usr/local
SWIFT ?= swift
SAMPLE := ai-one-team-summit-2022
REPORT := Reports/executive-brief
EARLIER := $(foreach year,2020 2021,--data earlier=Samples/ai-one-team-summit-$(year).json)
RELEASE := -c release --static-swift-stdlib
SWIFT_FOLDERS := Sources Tests Package.swift Benchmarks

.PHONY: brief test test-spark check-pdf bench bench-peers pictures lint format build install clean dependencies test-dependencies

brief: build
	.build/release/brief render $(REPORT) --data Samples/$(SAMPLE).json $(EARLIER) -o out/$(SAMPLE)
	@echo "The brief is in out/$(SAMPLE)/brief.pdf"

build: dependencies
	$(SWIFT) build $(RELEASE) --product brief

# The tests run on a debug build; the sample is rendered by the release, since that is what people get.
test: test-dependencies lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	$(SWIFT) build $(RELEASE) --product brief
	Scripts/check-sample .build/release/brief

test-spark: build
	@Scripts/install-packages spark
	Scripts/set-up-spark
	BRIEF=.build/release/brief .build/spark/bin/python -m unittest discover --verbose Tests/SparkTests

check-pdf: test-dependencies build
	Scripts/check-pdf .build/release/brief

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FOLDERS)

format:
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_FOLDERS)

# BENCH chooses: `make bench BENCH="--json figures.json cold scatter"`.
bench: build
	$(SWIFT) build $(RELEASE) --product warm
	$(SWIFT) build --package-path Benchmarks $(RELEASE)
	Benchmarks/.build/release/benchmarks .build/release/brief $(BENCH)

bench-peers:
	Scripts/set-up-peers

pictures: build
	.build/release/brief render $(REPORT) --data Samples/$(SAMPLE).json $(EARLIER) \
	  -o Documentation/pictures/page.png --pages 1-3 --scale 1.25
	.build/release/brief chart Documentation/gallery/*.vl.json -o Documentation/pictures/gallery \
	  --scale 2 --lang ko --theme Documentation/gallery/theme.yaml
	rm Documentation/pictures/gallery/*.svg

install: build
	install -D -s -m 755 .build/release/brief $(DESTDIR)$(PREFIX)/bin/brief
	for folder in Fonts Reports Samples; do \
	  find $$folder -type f -exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/briefkit/{} \; ; \
	done

clean:
	rm -rf .build Benchmarks/.build out

dependencies:
	@Scripts/install-packages build pictures

test-dependencies:
	@Scripts/install-packages build test
