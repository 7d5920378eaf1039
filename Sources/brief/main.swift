import BriefCommands

BriefCommandLine.main()
