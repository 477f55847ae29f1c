//! The application's own copy, by name; the words themselves are in the language files.
//!
//! The pack holds them as a plain list in the order of [`Text`], so the wasm has no reader for every key.

use std::rc::Rc;

macro_rules! texts {
    ($($name:ident $key:literal)*) => {
        /// One piece of copy.
        #[allow(missing_docs)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Text { $($name),* }

        impl Text {
            /// How many pieces there are.
            pub const COUNT: usize = [$(Self::$name),*].len();
        }

        /// The keys of the language files, in the order of [`Text`].
        #[cfg(feature = "prerender")]
        pub const KEYS: [&str; Text::COUNT] = [$($key),*];
    };
}

texts! {
    SiteName "site.name"
    SiteTitle "site.title"
    SiteSkip "site.skip"
    SiteMenu "site.menu"
    SiteMethod "site.method"
    SitePrivacy "site.privacy"
    SiteData "site.data"
    SiteColours "site.colours"
    SiteColoursSystem "site.colours_system"
    SiteColoursLight "site.colours_light"
    SiteColoursDark "site.colours_dark"
    SitePromise "site.promise"
    HomeDocument "home.document"
    HomeTitleBefore "home.title_before"
    HomeTitleWords "home.title_words"
    HomeTitleAfter "home.title_after"
    HomeLead "home.lead"
    HomePromise "home.promise"
    HomeQuestion "home.question"
    HomeStart "home.start"
    HomeEarlySaved "home.early_saved"
    HomeEarlyFailed "home.early_failed"
    HomeNext "home.next"
    HomeBack "home.back"
    HomeGoOn "home.go_on"
    HomeRecords "home.records"
    HomeNew "home.new"
    HomeUnnamed "home.unnamed"
    HomeAnswered "home.answered"
    HomeFinished "home.finished"
    HomeTouched "home.touched"
    HomeResume "home.resume"
    HomeResults "home.results"
    HomeDelete "home.delete"
    HomeHow "home.how"
    HomeHow1Title "home.how_1_title"
    HomeHow1 "home.how_1"
    HomeHow2Title "home.how_2_title"
    HomeHow2 "home.how_2"
    HomeHow3Title "home.how_3_title"
    HomeHow3 "home.how_3"
    AssessAreaOf "assess.area_of"
    AssessPairOf "assess.pair_of"
    AssessMinutes "assess.minutes"
    AssessMinute "assess.minute"
    AssessDone "assess.done"
    AssessSteps "assess.steps"
    AssessStepAnswered "assess.step_answered"
    AssessStepOpen "assess.step_open"
    AssessBack "assess.back"
    AssessNext "assess.next"
    AssessFinish "assess.finish"
    AssessSoFar "assess.so_far"
    AssessCannotTell "assess.cannot_tell"
    AssessNotApplicable "assess.not_applicable"
    AssessReason "assess.reason"
    AssessClear "assess.clear"
    AssessEvidence "assess.evidence"
    AssessNotApplicableEvidence "assess.not_applicable_evidence"
    AssessNote "assess.note"
    AssessNoteHint "assess.note_hint"
    AssessNoteLong "assess.note_long"
    AssessKnow "assess.know"
    AssessKnowDoHint "assess.know_do_hint"
    AssessTenHint "assess.ten_hint"
    AssessKeys "assess.keys"
    AssessAbout "assess.about"
    AssessSubject "assess.subject"
    AssessSubjectHint "assess.subject_hint"
    AssessDay "assess.day"
    AssessDepth "assess.depth"
    AssessQuick "assess.quick"
    AssessQuickHint "assess.quick_hint"
    AssessFull "assess.full"
    AssessFullHint "assess.full_hint"
    AssessDepthNote "assess.depth_note"
    AssessKnowDo "assess.know_do"
    AssessKnowDoOffer "assess.know_do_offer"
    AssessDigitKeys "assess.digit_keys"
    AssessGone "assess.gone"
    AssessGoneText "assess.gone_text"
    SaveUntouched "save.untouched"
    SaveSaved "save.saved"
    SaveMemory "save.memory"
    SaveFull "save.full"
    SaveRefused "save.refused"
    SaveChanged "save.changed"
    SaveNewer "save.newer"
    NoticeBlocked "notice.blocked"
    NoticeDamagedOne "notice.damaged_one"
    NoticeDamagedMany "notice.damaged_many"
    NoticeNewer "notice.newer"
    NoticeSeeData "notice.see_data"
    NoticeDownload "notice.download"
    NoticeDeletedOne "notice.deleted_one"
    NoticeDeletedMany "notice.deleted_many"
    NoticeUndo "notice.undo"
    NoticeUndoLimit "notice.undo_limit"
    NoticeDismiss "notice.dismiss"
    ResultsTitle "results.title"
    ResultsTitleNamed "results.title_named"
    ResultsQuick "results.quick"
    ResultsFull "results.full"
    ResultsIndex "results.index"
    ResultsOutOf "results.out_of"
    ResultsOnlyRange "results.only_range"
    ResultsEmpty "results.empty"
    ResultsEmptyText "results.empty_text"
    ResultsRange "results.range"
    ResultsRangeOpen "results.range_open"
    ResultsRangeError "results.range_error"
    ResultsBandOne "results.band_one"
    ResultsBandTwo "results.band_two"
    ResultsLowNone "results.low_none"
    ResultsLowOne "results.low_one"
    ResultsLowMany "results.low_many"
    ResultsHighNone "results.high_none"
    ResultsHighOne "results.high_one"
    ResultsHighMany "results.high_many"
    ResultsRests "results.rests"
    ResultsRestsScored "results.rests_scored"
    ResultsRestsError "results.rests_error"
    ResultsRestsRange "results.rests_range"
    ResultsRestsOne "results.rests_one"
    ResultsRestsMethod "results.rests_method"
    ResultsRuler "results.ruler"
    ResultsPicture "results.picture"
    ResultsPictureLead "results.picture_lead"
    ResultsRadar "results.radar"
    ResultsBars "results.bars"
    ResultsTable "results.table"
    ResultsColumnArea "results.column_area"
    ResultsColumnLevel "results.column_level"
    ResultsColumnPair "results.column_pair"
    ResultsColumnKnow "results.column_know"
    ResultsColumnDo "results.column_do"
    ResultsColumnGap "results.column_gap"
    ResultsAreas "results.areas"
    ResultsAreasLead "results.areas_lead"
    ResultsLevelReached "results.level_reached"
    ResultsAverage "results.average"
    ResultsToday "results.today"
    ResultsNextLevel "results.next_level"
    ResultsStep "results.step"
    ResultsTop "results.top"
    ResultsFindOut "results.find_out"
    ResultsFindOutText "results.find_out_text"
    ResultsUnanswered "results.unanswered"
    ResultsUnansweredText "results.unanswered_text"
    ResultsPartlyText "results.partly_text"
    ResultsPartlyRange "results.partly_range"
    ResultsCannotTell "results.cannot_tell"
    ResultsNotApplicable "results.not_applicable"
    ResultsNoReason "results.no_reason"
    ResultsAnswerIt "results.answer_it"
    ResultsChangeIt "results.change_it"
    ResultsMore "results.more"
    ResultsExperiments "results.experiments"
    ResultsDiscuss "results.discuss"
    ResultsYourNote "results.your_note"
    ResultsCouldNotTell "results.could_not_tell"
    ResultsCouldNotTellLead "results.could_not_tell_lead"
    ResultsAppliesNot "results.applies_not"
    ResultsAppliesNotLead "results.applies_not_lead"
    ResultsStillOpen "results.still_open"
    ResultsKnowDo "results.know_do"
    ResultsKnowDoHeadlineNone "results.know_do_headline_none"
    ResultsKnowDoHeadlineOne "results.know_do_headline_one"
    ResultsKnowDoHeadlineMany "results.know_do_headline_many"
    ResultsKnowDoPoints "results.know_do_points"
    ResultsKnowDoOneLevel "results.know_do_one_level"
    ResultsKnowDoChart "results.know_do_chart"
    ResultsKnowDoOffer "results.know_do_offer"
    ResultsKnowDoAdd "results.know_do_add"
    ResultsKnowDoOpen "results.know_do_open"
    ResultsLegendKnow "results.legend_know"
    ResultsLegendDo "results.legend_do"
    ResultsWide "results.wide"
    ResultsContext "results.context"
    ResultsContextNote "results.context_note"
    ResultsPrint "results.print"
    ResultsGoOn "results.go_on"
    ResultsChange "results.change"
    ResultsHasteTitle "results.haste_title"
    ResultsHasteText "results.haste_text"
    ResultsHasteYes "results.haste_yes"
    ResultsHasteNo "results.haste_no"
    MethodTitle "method.title"
    MethodLead "method.lead"
    MethodPrecisionCaption "method.precision_caption"
    MethodPrecisionWhat "method.precision_what"
    MethodPrecisionError "method.precision_error"
    MethodPrecisionChange "method.precision_change"
    MethodPrecisionAreaQuick "method.precision_area_quick"
    MethodPrecisionAreaFull "method.precision_area_full"
    MethodPrecisionIndexQuick "method.precision_index_quick"
    MethodPrecisionIndexFull "method.precision_index_full"
    MethodLevels "method.levels"
    MethodPoints "method.points"
    PrivacyTitle "privacy.title"
    PrivacyLead "privacy.lead"
    DataTitle "data.title"
    DataLead "data.lead"
    DataEmpty "data.empty"
    DataEmptyStart "data.empty_start"
    DataCaption "data.caption"
    DataColumnWhat "data.column_what"
    DataColumnChanged "data.column_changed"
    DataColumnSize "data.column_size"
    DataColumnDo "data.column_do"
    DataAssessment "data.assessment"
    DataSettings "data.settings"
    DataDamaged "data.damaged"
    DataNewer "data.newer"
    DataUnknown "data.unknown"
    DataBytes "data.bytes"
    DataTotal "data.total"
    DataOpen "data.open"
    DataDownload "data.download"
    DataDelete "data.delete"
    DataDownloadAll "data.download_all"
    DataDeleteAll "data.delete_all"
    DataDeleteAllAsk "data.delete_all_ask"
    DataDeleteAllYes "data.delete_all_yes"
    DataDeleteAllNo "data.delete_all_no"
    LaterComing "later.coming"
    LaterMissing "later.missing"
    LaterAgain "later.again"
    MissingTitle "missing.title"
    MissingLead "missing.lead"
    MissingHome "missing.home"
    ShellDescription "shell.description"
    ShellNoScript "shell.no_script"
    ShellFailedTitle "shell.failed_title"
    ShellFailed "shell.failed"
    ShellBrokenTitle "shell.broken_title"
    ShellBroken "shell.broken"
    ShellRescue "shell.rescue"
    ShellReload "shell.reload"
}

/// The copy of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(pub Vec<Rc<str>>);

impl Texts {
    /// Whether there is one text for every name.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.0.len() == Text::COUNT
    }

    /// A text.
    #[must_use]
    pub fn get(&self, text: Text) -> Rc<str> {
        self.0.get(text as usize).cloned().unwrap_or_else(|| Rc::from(""))
    }

    /// A text with its `{names}` filled in.
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let whole = self.get(text);
        let mut rest = &*whole;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let value = values.iter().find(|(known, _)| *known == name);
            filled.push_str(value.map_or("", |(_, value)| value));
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }

    /// The text for one or for many, with `{n}` filled in.
    #[must_use]
    pub fn count(&self, one: Text, many: Text, n: usize) -> String {
        self.fill(if n == 1 { one } else { many }, &[("n", &n.to_string())])
    }
}
