//! The names of all copy, section by section, in the order of the language files.
//!
//! A name says where the language file has it: `HomeHow1Title` is `how_1_title` of the section `home`. The sections of the first
//! load stand first: what the frame, the notices, the first screen and the questions say, and the headings of all screens. What
//! a screen says that is loaded later stands in `later`, in `archive` if only the screens of what was kept say it, and in `workshop`
//! if only a workshop's screens and files do. What stands in `page` is in the page as the build writes it, and in no file of words.

macro_rules! texts {
    (
        first { $($first:ident)* } later { $($later:ident)* } archive { $($archive:ident)* } workshop { $($workshop:ident)* }
        page { $($page:ident)* }
    ) => {
        /// One piece of copy.
        #[allow(missing_docs)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Text { $($first,)* $($later,)* $($archive,)* $($workshop,)* $($page),* }

        impl Text {
            /// How many pieces come with the first load; they are the first ones.
            pub const FIRST: usize = [$(Self::$first),*].len();
            /// How many pieces come with the later screens.
            pub const LATER: usize = [$(Self::$later),*].len();
            /// How many pieces come with the screens of what was kept.
            pub const ARCHIVE: usize = [$(Self::$archive),*].len();
            /// How many pieces come with the screens of a workshop.
            pub const WORKSHOP: usize = [$(Self::$workshop),*].len();
        }

        /// The keys of the language files, in the order of [`Text`].
        #[cfg(feature = "prerender")]
        pub fn keys() -> impl Iterator<Item = String> {
            [$(stringify!($first),)* $(stringify!($later),)* $(stringify!($archive),)* $(stringify!($workshop),)* $(stringify!($page)),*]
                .into_iter()
                .map(key)
        }
    };
}

/// The place in the language files of a name: its first word is the section.
#[cfg(feature = "prerender")]
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 8);
    let mut before = None;
    for letter in name.chars() {
        let a_word_begins = letter.is_ascii_uppercase()
            || letter.is_ascii_digit() && !before.is_some_and(|it: char| it.is_ascii_digit());
        if a_word_begins && before.is_some() {
            key.push(if key.contains('.') { '_' } else { '.' });
        }
        key.push(letter.to_ascii_lowercase());
        before = Some(letter);
    }
    key
}

texts! {
    first {
        SiteName  SiteTitle  SiteSkip  SiteMenu  SiteMethod  SitePrivacy  SiteData  SiteColours  SiteColoursSystem
        SiteColoursLight  SiteColoursDark  SitePromise  SiteAbout  SiteBoth
        HomeDocument  HomeTitleBefore  HomeTitleWords  HomeTitleAfter  HomeLead  HomePromise  HomeQuestion  HomeStart
        HomeEarlySaved  HomeEarlyFailed  HomeNext  HomeBack  HomeGoOn  HomeRecords  HomeNew  HomeUnnamed  HomeAnswered
        HomeFinished  HomeTouched  HomeToday  HomeResume  HomeResults  HomeDelete  HomeWorkshop  HomeHistory
        HomeReminder  HomeReminderTake  HomeReminderNotNow  HomeHow  HomeHow1Title  HomeHow1  HomeHow2Title  HomeHow2
        HomeHow3Title  HomeHow3  HomeInvited  HomeExample
        AssessAreaOf  AssessStepOf  AssessMinutes  AssessMinute  AssessDone  AssessSteps  AssessStepAnswered
        AssessStepOpen  AssessBack  AssessNext  AssessFinish  AssessSoFar  AssessHandIn  AssessCannotTell
        AssessNotApplicable  AssessReason  AssessClear  AssessCleared  AssessLastLevel  AssessLastOther  AssessWasCannotTell
        AssessWasNotApplicable  AssessEvidence  AssessNotApplicableEvidence  AssessNote  AssessNoteHint
        AssessNoteLong  AssessKnow  AssessKnowDoHint  AssessTenHint  AssessContextNote  AssessKeys  AssessAbout
        AssessSubject  AssessSubjectHint  AssessDay  AssessNoSuchDay  AssessDepth  AssessQuick  AssessQuickHint  AssessFull
        AssessFullHint  AssessDepthNote  AssessKnowDo  AssessKnowDoOffer  AssessDigitKeys  AssessGone  AssessGoneText
        SaveUntouched  SaveSaved  SaveMemory  SaveFull  SaveRefused  SaveChanged  SaveNewer
        NoticeBlocked  NoticeDamagedOne  NoticeDamagedMany  NoticeNewer  NoticeSeeData  NoticeFull  NoticeArrivedOne
        NoticeArrivedMany  NoticeDownload  NoticeDeletedOne  NoticeDeletedMany  NoticeUndo  NoticeUndone  NoticeUndoLimit
        NoticeDismiss
        HeadingResults  HeadingPlan  HeadingHistory  HeadingCompare  HeadingViews  HeadingMethod  HeadingPrivacy
        HeadingData  HeadingExchange  HeadingWorkshop
        LaterComing  LaterMissing  LaterAgain
        MissingTitle  MissingLead  MissingHome
    }
    later {
        LanguagesLabel  LanguagesColon  LanguagesComma  LanguagesPoint  LanguagesWithin
        NewerHere  NewerReload
        ResultsTitleNamed  ResultsQuick  ResultsFull  ResultsIndex  ResultsOutOf  ResultsOnlyRange  ResultsEmpty
        ResultsEmptyText  ResultsEmptyFull  ResultsBegun  ResultsRange  ResultsRangeOpen  ResultsRangeError  ResultsBandOne  ResultsBandTwo
        ResultsLowNone  ResultsLowOne  ResultsLowMany  ResultsHighNone  ResultsHighOne  ResultsHighMany
        ResultsRests  ResultsRestsScored  ResultsRestsError  ResultsRestsRange  ResultsRestsPartly  ResultsRestsOne  ResultsRestsMethod
        ResultsRuler  ResultsPicture  ResultsFinding  ResultsAlike  ResultsSoMany  ResultsRadar  ResultsBars
        ResultsTable  ResultsColumnArea  ResultsColumnLevel  ResultsColumnPair  ResultsColumnKnow  ResultsColumnDo
        ResultsColumnGap  ResultsAreas  ResultsAreasLead  ResultsLevelReached  ResultsAverage  ResultsToday
        ResultsNextLevel  ResultsStep  ResultsTop  ResultsFindOut  ResultsFindOutText  ResultsUnanswered
        ResultsUnansweredText  ResultsPartly  ResultsPartlyText  ResultsPartlyRange  ResultsCannotTell  ResultsNotApplicable
        ResultsNoReason  ResultsAnswerIt  ResultsChangeIt  ResultsExperiments  ResultsDiscuss  ResultsYourNote
        ResultsCouldNotTell  ResultsCouldNotTellLead  ResultsAppliesNot  ResultsAppliesNotLead  ResultsStillOpen
        ResultsShowAll  ResultsKnowDo  ResultsKnowDoHeadlineNone  ResultsKnowDoHeadlineOne
        ResultsKnowDoHeadlineMany  ResultsKnowDoPoints  ResultsKnowDoLevel  ResultsKnowDoOneLevel
        ResultsKnowDoChart  ResultsKnowDoOffer  ResultsKnowDoAdd  ResultsKnowDoOpen  ResultsLegendKnow
        ResultsLegendDo  ResultsWide  ResultsContext  ResultsPrint  ResultsGoOn  ResultsChange  ResultsHasteTitle
        ResultsHasteText  ResultsHasteYes  ResultsHasteNo
        PlanLead  PlanStartWith  PlanDoors  PlanLowest  PlanLowestText  PlanLowestTop  PlanLowestNone  PlanLowestMany  PlanEnergy
        PlanEnergyText  PlanEnergyShow  PlanChance  PlanChanceText  PlanChancePick  PlanAnother  PlanAnotherText
        PlanMap  PlanMapLabel  PlanMapLead  PlanMapNodes  PlanTierEnabler  PlanTierConnectors  PlanTierResults
        PlanOpens  PlanOpensNone  PlanFeeds  PlanFeedsNone  PlanGradeText  PlanGradeImplied  PlanGradeOwn
        PlanStartHere  PlanAppliesNot  PlanColumnFrom  PlanColumnOpens  PlanColumnWhy  PlanColumnRests  PlanClimb
        PlanClimbTop  PlanClimbUnknown  PlanThrough  PlanUntouched  PlanDisagreement  PlanExperiment
        PlanExperimentHint  PlanUseIt  PlanCounted  PlanCountedHint  PlanOwner  PlanOwnerHint  PlanDates  PlanOffer
        PlanOfferTake  PlanStart  PlanStop  PlanReview  PlanStopBeforeStart  PlanReviewTooEarly
        PlanStatus  PlanPlanned  PlanRunning  PlanDone  PlanDropped  PlanLearned  PlanLearnedHint  PlanCalendar
        PlanCalendarNone  PlanCalendarStop  PlanCalendarReview  PlanCalendarAgain  PlanCalendarOnlyStop
        PlanCalendarOnlyReview  PlanCalendarOnlyAgain  PlanOfferedText  PlanOffered  PlanBlank  PlanBack  PlanOpen
        PlanInShort  PlanClimbShort  PlanStopShort  PlanReviewShort
        HistoryCountOne  HistoryCountMany  HistoryRange  HistoryNoScore  HistoryNth
        CompareNone  CompareUpOne  CompareUpMany  CompareDownOne  CompareDownMany  CompareLegendMoved
        CompareLegendStill  CompareColumnVerdict  CompareMovedUp  CompareMovedDown
        ReturnTitle  ReturnPlan  ReturnOn  ReturnStartAhead  ReturnStartPast  ReturnStopAhead  ReturnStopPast
        ReturnReviewAhead  ReturnReviewPast  ReturnUndated  ReturnOver  ReturnDropped  ReturnAgain  ReturnAgainAhead
        ReturnAgainPast  ReturnAgainText  ReturnAgainGo  ReturnLast  ReturnOnly  ReturnCompare  ReturnOthers
        ExampleMark  ExampleText  ExampleOwn  ExamplePlan  ExampleKept  ExampleSubject  ExampleNoteHiring
        ExampleNoteDebate  ExampleNoteGuiding  ExampleReason  ExampleCounted  ExampleOwner
        MethodLead  MethodPrecisionCaption  MethodPrecisionWhat  MethodPrecisionError  MethodPrecisionChange
        MethodPrecisionAreaQuick  MethodPrecisionAreaFull  MethodPrecisionIndexQuick  MethodPrecisionIndexFull
        MethodLevels  MethodPoints
        PrivacyLead  PrivacyBuild  PrivacyBuildText  PrivacyBuildHow
        ExchangeFileLarge  ExchangeFileUnreadable  ExchangeWithYou  ExchangeWithYouText  ExchangeReport  ExchangeFile
        ExchangeCsv  ExchangeMarkdown  ExchangeSvg  ExchangePng  ExchangeShare  ExchangeFormats  ExchangeArrived
        ExchangeArrivedYes  ExchangeArrivedNo  ExchangeFileEncoding  ExchangeFileCut  ExchangeSheetEmptied
        ExchangeTableForm  ExchangeTableComma  ExchangeTableSemicolon  ExchangeTableImport
        ExportOrigin  ExportReportNote
        BoardAreas  BoardColumnLooks  BoardColumnNext  BoardPair
        RehearsalMark
        SheetHypothesis
    }
    archive {
        HistoryLead  HistoryEmpty  HistoryChart  HistoryFigure  HistoryOpen  HistoryVersion  HistoryCompareBefore
        HistoryNext  HistoryRename  HistoryRenameGroup  HistoryRenameOne  HistoryRenameAll  HistorySave  HistoryCancel
        HistoryCompare  HistoryFrom  HistoryTo  HistorySame  HistoryGo
        CompareTitleNamed  CompareDates  CompareNames  CompareBackwards  CompareUp  CompareDown  CompareFigures
        CompareRule  CompareTooLittle  CompareTooLittleText  CompareStillAll  CompareStillOne  CompareStillMany
        CompareChart  CompareTable  CompareUnanswered  CompareNotBefore  CompareNotAfter  CompareNeither
        CompareNothingShared  CompareChosen  CompareChosenLevels  CompareChosenNote  CompareTried  CompareCounted
        CompareBasis  CompareBasisQuick  CompareBasisFull  CompareBasisMixed  CompareBasisVersions  CompareBasisAreas
        CompareBasisIndex  CompareBasisOne  CompareShift  CompareShiftText  CompareNext  CompareSwap  CompareResult
        CompareHistory
        ViewsTitleNamed  ViewsLead  ViewsOne  ViewsOther  ViewsApart  ViewsApartOne  ViewsApartNone
        ViewsApartFull  ViewsApartFullOne  ViewsApartFullNone  ViewsApartText  ViewsSame  ViewsSameNone  ViewsNear
        ViewsNearFull  ViewsNearText  ViewsUntold  ViewsUntoldText  ViewsAsk  ViewsBasisQuick  ViewsBasisFull
        ViewsBasisMixed  ViewsNeither  ViewsBetween  ViewsLevel  ViewsOffer  ViewsOfferText
        ViewsOfferGo  ViewsOfferName  ViewsOfferNamed  ViewsSuffix  ViewsGo
        DataLead  DataEmpty  DataEmptyStart  DataCaption  DataColumnWhat  DataColumnChanged  DataColumnSize
        DataColumnDo  DataSettings  DataDamaged  DataNewer  DataWorkshop  DataTicket  DataUnknown  DataTable  DataRooms
        DataBytes  DataTotal  DataOpen  DataDownload  DataDelete  DataDownloadAll  DataDeleteAll  DataDeleteAllAsk
        DataDeleteAllYes  DataDeleteAllNo  DataBackup  DataTake
        ExchangeLead  ExchangeOutTitle  ExchangeOutText  ExchangeOutButton  ExchangeLastNever  ExchangeLast
        ExchangeInTitle  ExchangeInText  ExchangeInLabel  ExchangeInDrop  ExchangeReading  ExchangeWriting
        ExchangeFileForReading  ExchangeFileNoRecord
        ExchangeFileNotOurs  ExchangeFileNewer  ExchangeFileDamagedOne  ExchangeFileDamagedMany  ExchangeFileEmpty
        ExchangePreview  ExchangeConflicting  ExchangeConflictingHint  ExchangeNewer  ExchangeNewerHint  ExchangeNew
        ExchangeNewHint  ExchangeOlder  ExchangeOlderHint  ExchangeSame  ExchangeSameHint  ExchangeChoiceIn
        ExchangeChoiceMerge  ExchangeChoiceBoth  ExchangeChoiceSkip  ExchangeChoiceOf  ExchangeChoiceAll
        ExchangeChoiceEach  ExchangeMore  ExchangeChanged  ExchangeLater  ExchangeKept  ExchangeProblems
        ExchangeLeftOut  ExchangeReasonDamaged  ExchangeReasonTwice  ExchangeReasonNotARecord  ExchangeReasonRehearsal
        ExchangeReasonTooMany  ExchangeConfirmOne  ExchangeConfirmMany  ExchangeConfirmNone  ExchangeCancel
        ExchangeDoneOne  ExchangeDoneMany  ExchangeDoneSee  ExchangeStorage  ExchangeStoragePrivate
        ExchangeStorageSafari  ExchangeStorageClear  ExchangePersist  ExchangePersistButton  ExchangePersistYes
        ExchangePersistNo  ExchangePersistNone  ExchangeFileEmptied  ExchangeApart  ExchangeApartLeft
        ExchangeApartAnswersOne  ExchangeApartAnswersMany  ExchangeApartVotesOne  ExchangeApartVotesMany
        ExchangeApartPartsOne  ExchangeApartPartsMany  ExchangePartTitle  ExchangePartHeadcount  ExchangePartSmallest
        ExchangePartAgenda  ExchangePartAddress  ExchangePartNotes  ExchangePartTopics  ExchangePartArea
        ExchangePartHypothesis  ExchangePartEnergy  ExchangePartPlan  ExchangePartPromise  ExchangePartHands
        SheetWorkshopNamed
    }
    workshop {
        FileTitle  FileLinks  FileWindows  FileKept  FileScan  FileOneLanguage  FileInvite  FileInviteOpen
        FileInviteMissing
        WorkshopNotHere  WorkshopNotHereText  WorkshopUnreadable  WorkshopNewer  WorkshopLead  WorkshopFactAccount
        WorkshopFactNetwork  WorkshopFactAnonymous  WorkshopList  WorkshopUnnamed  WorkshopRow  WorkshopOpen
        WorkshopDelete  WorkshopBroken  WorkshopBrokenNewer  WorkshopSeeData  WorkshopNew  WorkshopFieldTitle
        WorkshopFieldTitleHint  WorkshopQuestions  WorkshopQuick  WorkshopFull  WorkshopKnowDo  WorkshopRoles
        WorkshopRolesHint  WorkshopRole  WorkshopRoleLong  WorkshopRoleInvisible  WorkshopRoleTwice
        WorkshopRoleWrong  WorkshopPresent  WorkshopPresentWrong  WorkshopMinimum  WorkshopMinimumHint
        WorkshopMinimumRisky  WorkshopMinimumWrong  WorkshopMinimumRevealed  WorkshopMinimumLower  WorkshopLength
        WorkshopMinutes  WorkshopOwnMinutes  WorkshopOwnTotal  WorkshopOwnWrong  WorkshopCreate  WorkshopNotYet
        WorkshopNoKey  WorkshopAll  WorkshopRail  WorkshopRailShut  WorkshopStageInvite  WorkshopStageVote  WorkshopStageClose
        WorkshopStageReveal  WorkshopStageDiscuss  WorkshopStageChoose  WorkshopStageExperiment  WorkshopStageCommit
        WorkshopStageReport  WorkshopStageOf  WorkshopDone  WorkshopNext  WorkshopBack  WorkshopRevealNow
        WorkshopSay  WorkshopDo  WorkshopSayInvite  WorkshopDoInvite  WorkshopSayVote  WorkshopDoVote
        WorkshopSayClose  WorkshopDoClose  WorkshopSayReveal  WorkshopDoReveal  WorkshopSayDiscuss
        WorkshopDoDiscuss  WorkshopSayChoose  WorkshopDoChoose  WorkshopSayExperiment  WorkshopDoExperiment
        WorkshopSayCommit  WorkshopDoCommit  WorkshopSayReport  WorkshopDoReport  WorkshopTimer  WorkshopTimerLeft
        WorkshopTimerOver  WorkshopTimerPaused  WorkshopTimerPause  WorkshopTimerGo  WorkshopTimerPlus
        WorkshopTimerMinus  WorkshopTimerSound  WorkshopHealth  WorkshopReceived  WorkshopMissingOne
        WorkshopMissingMany  WorkshopComplete  WorkshopUncounted  WorkshopOverOne  WorkshopOverMany  WorkshopHeadcount
        WorkshopVoteQuiet  WorkshopReloads  WorkshopWindows  WorkshopWindowsText  WorkshopWall  WorkshopNewWindow
        WorkshopNotes  WorkshopNotesHint  WorkshopSettings  WorkshopLink  WorkshopLinkCopy  WorkshopLinkCopied
        WorkshopLinkRefused  WorkshopLinkQr  WorkshopPrivacy  WorkshopCloseLocked  WorkshopReopen  WorkshopCloseGap
        WorkshopCloseFinal  WorkshopRevealed
        AskMissingOne  AskMissingMany  AskRevealOne  AskRevealMany  AskWait  AskGoOn  AskOpenVote  AskLeave
        AskLeaveArea  AskStay  AskSmallest  AskSmallestYes  AskSmallestNo  AskSmallestDone  AskSmallestBack
        AskSmallestAgain  AskBlank  AskBlankYes  AskBlankNo  AskFew  AskFewSecret  AskUncounted  AskUncountedYes  AskUncountedNo
        CollectTitle  CollectRound  CollectRoundText  CollectPaste  CollectPasteHint  CollectPasteRead
        CollectLooking  CollectOpening  CollectReport  CollectNewOne  CollectNewMany  CollectReplacedOne
        CollectReplacedMany  CollectDuplicateOne  CollectDuplicateMany  CollectRepairedOne  CollectRepairedMany
        CollectOtherWorkshopOne  CollectOtherWorkshopMany  CollectEarlierOne  CollectEarlierMany  CollectLaterOne
        CollectLaterMany  CollectVersionOne  CollectVersionMany  CollectShortOne  CollectShortMany
        CollectDamagedOne  CollectDamagedMany  CollectMore  CollectLineShort  CollectLineLong  CollectLineLongOne  CollectLineUnknown
        CollectLineNotOffered  CollectLineNothing  CollectLineNotALetter  CollectFileWrong  CollectNothing  CollectNothingInvite
        CollectNothingLines  CollectLate  CollectBack  CollectBackDone  CollectFiles  CollectFilesLabel
        CollectFilesHint  CollectPicture  CollectScan  CollectScanText  CollectScanOpen  CollectPass
        CollectPassText  CollectPassOpen  CollectHands  CollectHandsText  CollectHandsQuestion  CollectHandsCounted
        CollectHandsSum  CollectHandsKeep  CollectHandsMissingOne  CollectHandsMissingMany  CollectHandsOverOne
        CollectHandsOverMany  CollectHandsNotANumber  CollectHandsList  CollectHandsRowOne  CollectHandsRowMany
        CollectHandsAllOne  CollectHandsAllMany  CollectHandsChoose  CollectUnsettled  CollectSettled  CollectToo
        CollectTooText  CollectTooOpen  CollectHandsCorrect  CollectHandsRemove  CollectDigits  CollectDigitsText
        CollectDigitsTextOne  CollectDigitsTextLevel  CollectDigitsLabel  CollectDigitsRead  CollectAnswerTitle  CollectAnswerReading
        CollectAnswerNew  CollectAnswerReplaced  CollectAnswerDuplicate  CollectAnswerClosed  CollectAnswerRefused
        CollectAnswerElsewhere  CollectAnswerBroken  CollectAnswerCode  CollectAnswerHandOver  CollectAnswerCopy
        CollectAnswerCopied  CollectAnswerOpen  CollectOlderOne  CollectOlderMany  CollectOutOne  CollectOutMany
        CollectWays  CollectAnswerOlder  CollectAnswerOut  CollectThereOne  CollectThereMany
        JoinStraight  JoinTitle  JoinLead  JoinLeadSecond  JoinWho  JoinWhoSent  JoinWhoCode  JoinWhoCodePlain  JoinWhoName
        JoinWhoRoom  JoinRole  JoinRoleHint  JoinRoleNone  JoinRoleMissing  JoinShared  JoinSharedHint  JoinStart
        JoinStartSecond  JoinRefused  JoinRefusedNotACode  JoinRefusedDamaged  JoinRefusedVersion
        JoinRefusedInstrument  JoinRefusedKey  JoinRefusedArea  JoinUnreadable  JoinNewer  JoinBack  JoinBackLead
        JoinGoOnQuestion  JoinGoOnPage  JoinNoTime  JoinNotHere  JoinBegin  JoinCodeTitle  JoinCodeLead
        JoinYourRole  JoinYourRoleNone  JoinMake  JoinMakeNew  JoinChanged  JoinChange  JoinNoEntropy  JoinHandIn
        JoinPaste  JoinCodeLabel  JoinLinkLabel  JoinCopy  JoinCopyLink  JoinCopied  JoinCopyRefused  JoinShare
        JoinShow  JoinShowText  JoinPicture  JoinFile  JoinFileText  JoinFileButton  JoinSecondTitle  JoinSecondLead
        JoinFirstCode  JoinSecondCode  JoinEnding  JoinEndingText  JoinEndingPlain  JoinKeep  JoinKeepSecond  JoinKeepHint  JoinKept
        JoinSeeResult  JoinForget  JoinForgetAsk  JoinForgetYes  JoinForgetNo  JoinDoneTitle  JoinDoneText  JoinDone
        JoinForgotten  JoinSubject  JoinPass  JoinPassText  JoinReceipt  JoinReceiptText  JoinFresh  JoinFreshText
        StageTooFew  StageTooFewText  StageAllHere  StageSomeHere  StageFirstVote  StageSecondVote  StageOneDot
        StageDotsOnly  StageMiddleMark  StageSpoken  StageSpokenDots  StageSpokenCount  StageMiddle  StageBounds
        StageBoundsSame  StageSpread  StageSpreadNone  StageRange  StageOne  StageMiddleBetween  StageTwoCamps
        StageThreeGroups  StageCampAt  StageCampSpan  StageCampsBetween  StageCannotTell  StageCannotTellAsk
        StageNotApplicable  StageGapHigher  StageGapLower  StageGapOthers  StageGapRole  StageGapTitle  StageQueue  StageQueueNone
        StageStrips  StageEvidence  StagePairs  StageSay  StageDo  StageTable  StageColumnQuestion
        StageColumnSpread  StageColumnCannotTell  StageColumnMiddle  StageTopics  StageTopicsHint  StageTopicsGo
        StageTopicsKept  StageTopicsFull  StageTopicsLast  StageTabs  StagePrompts  StagePromptSilent
        StagePromptVoices  StagePromptPairs  StagePromptLast  StageDiscussMore  StageVoteAgain  StageVoteAgainText
        StageVoteOpen  StageVoteClose  StageVoteHeld  StageVoteReopen  StageVoteShow  StageVoteIn  StageOutcome
        StageOutcomeStable  StageOutcomeMoved  StageOutcomeAfterCamps  StageOutcomeClose  StageOutcomeConverging
        StageOutcomeSplit  StageOutcomeDots  StageAgreed  StageAgreedNone  StageDissent  StageDissentHint  StageNote
        StageNoteHint  StageNextTopic  StageChoose  StageLowest  StageLowestDots  StageLowestText
        StageLowestDotsText  StageLowestNone  StageLowestNobody  StageEnergyText  StageEnergyNone  StageHands
        StageHandsText  StageHandsRule  StageHandsOne  StageHandsSeveral  StageHandsTalked  StageHandsOthers
        StageHandsSum  StageHandsOver  StageHandsTied  StageHandsForOne  StageHandsForMany  StageDisagreementText
        StageDisagreementDots  StageDisagreementNone  StageLeftOut  StageChanceText  StageChosen  StageUnchoose  StageExperiment
        StageExperimentNone  StagePhases  StagePhaseAlone  StagePhasePairs  StagePhaseFours  StagePhaseAll
        StagePhaseAloneText  StagePhasePairsText  StagePhaseFoursText  StagePhaseAllText  StageMinutes
        StageHypothesis  StageHypothesisHint  StageTest  StageTestHint  StageCountedHint  StageStopHint
        StageNextLevel  StageLooks  StageCommit  StageOwnerHint  StageReviewHint  StageReviewOff  StageStopPast  StageReviewOffer
        StageReviewTake  StageReadBack  StageReadArea  StageReadHypothesis  StageReadTest  StageReadCounted
        StageReadStop  StageReadOwner  StageReadReview  StageReadOpen  StageReportNone  StageReportTopic
        StageReportAgreed  StageReportOpen  StageReportDissent  StageReportSheet  StageReportText
        WallAreasKey  WallApart  WallNear  WallAlike  WallSleeps  WallTriangle  WallOverText  WallBlank  WallBreak
        WallBreakFor  WallBreakUntil  WallBreakBegin  WallBreakNotAhead  WallBackAt  WallUncover  WallNotOpen  WallOpen  WallTwice  WallFind
        WallMaySleep  WallElsewhere  WallElsewhereText  WallLink  WallLinkCopied  WallPaste  WallPasteText
        WallPasteRefused  WallLanguage  WallLanguageOwn  WallAlso  WallAlsoNone  WallWaiting  WallWaitingText  WallFull  WallInvite  WallInviteHow
        WallPrivacy  WallPresent  WallVote  WallClose  WallCloseText  WallReveal  WallSecond  WallAgreed  WallOpens
        WallReading  WallDoors  WallNext  WallPrevious  WallPage  WallNow  WallNoneChosen  WallTakeAlong  WallQr
        WallReceipts  WallReceiptsText
        PromiseTitle  PromiseArea  PromiseCame  PromiseDone  PromiseRunning  PromiseDropped  PromiseNotStarted
        PromiseLearned  PromiseNext  PromiseFromFile
        RehearsalTitle  RehearsalText  RehearsalTry  RehearsalAgain  RehearsalSeed  RehearsalSeedWrong
        RehearsalRoleOne  RehearsalRoleTwo  RehearsalWho  RehearsalOver  RehearsalAnswer  RehearsalRuns
        RehearsalGuide  RehearsalPrepareRoom  RehearsalPrepareWindow  RehearsalPrepareInvite  RehearsalPrepareCopy
        RehearsalStage  RehearsalMinutes
        SessionNever  SessionChanged  SessionTake
        PassSealText  PassSealing  PassSealed  PassUnkept  PassWaitingOne  PassWaitingMany  PassHandBack
        PassHandBackTitle  PassHandBackText  PassCodes  PassCopy  PassFile  PassMore  PassForget  PassLeaveInvite
        PassForgetAsk  PassForgetYes  PassForgetNo  PassEmpty  PassReceipt  PassReceiptText
        PassTake  PassTakeText  PassReload  PassStart  PassThanks  PassLost  PassShut  PassDropped  PassRole  PassRoleHint
        PassRoleNone  PassOf  PassNext  PassBack  PassOpenHint  PassFinish  PassClosed  PassClosedText  PassLeave
        SheetTitle  SheetTitleNamed  SheetNotYet  SheetNotYetText  SheetBack  SheetLink  SheetPeople
        SheetPeopleOnly  SheetProtected  SheetChosen  SheetChosenNone  SheetHandsOne  SheetHandsSeveral  SheetTest
        SheetCounted  SheetTalked  SheetTalkedNone  SheetFirstVote  SheetSecondVote  SheetSecondNone
        SheetCountsSpoken  SheetPastColumn  SheetMiddle  SheetAgreed  SheetAgreedNone  SheetStable  SheetMoved
        SheetAfterCamps  SheetClose  SheetConverging  SheetSplit  SheetNoVerdict  SheetViews  SheetDissent
        SheetTooFew  SheetDotsOnly  SheetCannotTellOne  SheetCannotTellMany  SheetAreas  SheetColumnMiddle
        SheetColumnSpread  SheetColumnCannotTell  SheetAreasTable  SheetAreasNote  SheetNext  SheetNextStop
        SheetNextReview  SheetNextOpen  SheetNextVote  SheetStopOn  SheetReviewOn  SheetReviewWas  SheetTake
        SheetTakeText  SheetCountsFile  SheetSession  SheetSessionText  SheetSessionFile  SheetSessionThere
        SheetPast  SheetPastChoose  SheetPastNone  SheetPastUnnamed  SheetPastRule  SheetPastStill
        SheetPastVersions  SheetPastChart  SheetPastTable  SheetPastNothing  SheetPastNoMiddle  SheetCountsJson
        SheetRooms
        RoomsTitle  RoomsLead  RoomsProtected  RoomsLink  RoomsLinkText  RoomsChoose  RoomsDrop  RoomsReading
        RoomsList  RoomsBroken  RoomsBrokenNewer  RoomsOpen  RoomsDelete  RoomsFoundOne  RoomsFoundMany
        RoomsNothing  RoomsNothingNew  RoomsCopies  RoomsAlone  RoomsKeepText  RoomsKeep  RoomsMore  RoomsFiles  RoomsFilesShow  RoomsFilesTable
        RoomsColumnFile  RoomsColumnRoom  RoomsColumnDay  RoomsColumnPeople  RoomsColumnKind  RoomsColumnTaken
        RoomsKindTable  RoomsKindCounts  RoomsKindSheet  RoomsKindSession  RoomsTakenNew  RoomsTakenSame
        RoomsTakenOlder  RoomsTakenNewer  RoomsTakenBeside  RoomsTakenContradicts  RoomsForeign  RoomsAssessment
        RoomsForReading  RoomsNotShown  RoomsRehearsal  RoomsNewer  RoomsDamaged  RoomsNoRoom  RoomsRowsOne
        RoomsRowsMany  RoomsTwice  RoomsUndated  RoomsCut  RoomsCountOne  RoomsCountMany  RoomsDays  RoomsVersions  RoomsLanguages
        RoomsName  RoomsSort  RoomsSortApart  RoomsSortLowest  RoomsSortDivided  RoomsSortInstrument  RoomsAreas
        RoomsAreasTable  RoomsColumnAll  RoomsColumnInside  RoomsColumnBetween  RoomsApartHint  RoomsEach
        RoomsEachTable  RoomsPaper  RoomsNotThere  RoomsColumnVotes  RoomsColumnVersion  RoomsColumnLanguage
        RoomsNotOpened  RoomsMoreFiles  RoomsLeftOut  RoomsNotesPart  RoomsNotesBack  RoomsNotesNext  RoomsPart
        RoomsPartBack  RoomsPartNext  RoomsArea  RoomsAreaChoose  RoomsAll  RoomsStrip  RoomsPlans  RoomsPlansText
        RoomsKept  RoomsTake  RoomsTakeText  RoomsTakeJson  RoomsTakeSvg  RoomsTakeCsv  RoomsLeaveOut  RoomsPast
        RoomsPastChoose  RoomsPastNone  RoomsPastBoth  RoomsNotHere  RoomsNotHereText  RoomsElsewhere  RoomsSplit
        RoomsSplitLead  RoomsSplitCount  RoomsSplitWrong  RoomsSplitPeople  RoomsSplitSmall  RoomsSplitMake
        RoomsSplitFailed  RoomsSplitLate  RoomsSplitTitle  RoomsMadeMany  RoomsIntoMany  RoomsIntoLead
        RoomsOnceMore  RoomsOnceMoreText  RoomsSet  RoomsSetLead  RoomsSetText  RoomsSetCopy  RoomsSetMissing
        RoomsWall  RoomsWallBack  RoomsWallNone
        ScanTitle  ScanLead  ScanStarting  ScanLooking  ScanReadOne  ScanReadMany  ScanRefused  ScanNoCamera
        ScanBusy  ScanMissing  ScanPicture  ScanPictureHint  ScanPictureReading  ScanPictureSeen  ScanPictureNothing
        ScanPictureNot  ScanPictureLarge  ScanClose  ScanCloseShut
        ReachHere  ReachUsed  ReachField  ReachWrong  ReachSelf
        ReminderTitle  ReminderLabel  ReminderOne  ReminderMany  ReminderCopy  ReminderCopied
        ReceiptsTitle  ReceiptsText  ReceiptsShow  ReceiptsHide  ReceiptsList  ReceiptsCopy  ReceiptsCopied
        SurplusTitle  SurplusText  SurplusField  SurplusOut  SurplusDone  SurplusBack  SurplusBackDone
        SurplusNotOne  SurplusNotHere  SurplusSeen  SurplusWithout
        InvitedTitle  InvitedLead  InvitedField  InvitedOpen  InvitedScan  InvitedLink  InvitedNothing
        InvitedDamaged
    }
    page {
        ShellDescription  ShellNoScript  ShellFailedTitle  ShellFailed  ShellFiles  ShellWasm  ShellNeeds  ShellKept
        ShellBrokenTitle  ShellBroken  ShellRescue  ShellReload  ShellNotFound
    }
}
