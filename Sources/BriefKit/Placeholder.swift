// BriefKit
