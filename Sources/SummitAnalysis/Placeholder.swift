// SummitAnalysis
