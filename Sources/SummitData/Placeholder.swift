// SummitData
