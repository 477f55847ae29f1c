//! What comes in until it is in the ballot. Nothing of it is stored. What could not be read stays until somebody says that it is settled,
//! whatever screen is shown meanwhile, for as long as the page is open.

use crate::app::text::Text;
use crate::app::workshop::action::WorkshopEvent;
use crate::app::workshop::collecting::{
    Batch, BatchUndo, Progress, Reading, Report, digits, left_over, responses,
};
use crate::app::workshop::show_of_hands::{Typed, Uncounted};
use crate::browser::{self, Gathered};
use crate::domain::code::digits::RefusedLine;
use crate::domain::code::hands::Counted;
use crate::domain::code::{ResponseId, Round, WorkshopId};
use crate::domain::question::QuestionId;
use crate::domain::workshop::collect::{LISTED, Refused};
use crate::domain::workshop::modes::Mode;
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use litemap::LiteMap;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

thread_local! {
    /// The tray of each workshop: it outlives the screens, which come and go.
    static TRAYS: RefCell<LiteMap<WorkshopId, Rc<RefCell<Tray>>>> = const { RefCell::new(LiteMap::new()) };
}

/// What was not taken and is not settled.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Unsettled {
    pub(super) codes: Vec<Refused>,
    /// Files and pictures, by name.
    pub(super) files: Vec<String>,
    /// Lines of digits, which are in their field as well.
    pub(super) lines: Vec<RefusedLine>,
}

impl Unsettled {
    pub(super) const fn is_empty(&self) -> bool {
        self.codes.is_empty() && self.files.is_empty() && self.lines.is_empty()
    }

    /// Adds what a report was about, each thing once.
    fn add(&mut self, report: Report) {
        add_new(&mut self.codes, report.refused);
        add_new(&mut self.files, report.files);
        add_new(&mut self.lines, report.lines);
    }
}

fn add_new<T: PartialEq>(known: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if known.len() < LISTED && !known.contains(&one) {
            known.push(one);
        }
    }
}

/// The tray.
#[derive(Default)]
pub(super) struct Tray {
    /// Draws the screen that shows it, which holds this for as long as it is there.
    pub(super) screen: Weak<UseForceUpdateHandle>,
    /// How far the texts at hand are read.
    pub(super) progress: Option<Progress>,
    /// Texts that came in the meantime, and files that could not be read.
    waiting: (Vec<String>, Vec<String>),
    /// Which way the last batch came, and what became of it.
    pub(super) report: Option<(Way, Report)>,
    /// What earlier batches brought that was not taken, until somebody says that it is settled.
    pub(super) unsettled: Unsettled,
    /// The lines of digits that are left in their field, and the vote that they are for.
    pub(super) left: Option<(Round, String)>,
    pub(super) undo: Option<BatchUndo>,
    /// Which way the batch had come that was taken back last.
    pub(super) taken_back: Option<Way>,
    pub(super) scanning: bool,
    /// The question for which hands are counted, the next open one unless it was chosen.
    pub(super) asked: Option<QuestionId>,
    pub(super) typed: Typed,
    pub(super) uncounted: Option<Uncounted>,
    /// The count that was removed last, to be put back.
    pub(super) removed: Option<(QuestionId, Counted)>,
}

impl Tray {
    /// The tray of a workshop, for a screen that begins: what was not taken before is there, and everything else is as new.
    pub(super) fn resumed(id: WorkshopId) -> Rc<RefCell<Self>> {
        let tray = TRAYS.with_borrow_mut(|trays| {
            let known = trays.get(&id).cloned();
            known.unwrap_or_else(|| {
                let fresh = Rc::<RefCell<Self>>::default();
                trays.insert(id, Rc::clone(&fresh));
                fresh
            })
        });
        tray.borrow_mut().begin();
        tray
    }

    fn begin(&mut self) {
        self.put_by();
        let known = std::mem::take(self);
        *self = Self {
            progress: known.progress,
            waiting: known.waiting,
            unsettled: known.unsettled,
            left: known.left,
            ..Self::default()
        };
    }

    /// The last report goes, and what it says was not taken stays.
    fn put_by(&mut self) -> Option<Way> {
        let (way, report) = self.report.take()?;
        self.unsettled.add(report);
        Some(way)
    }

    /// Somebody has seen to what was not taken.
    pub(super) fn settle(&mut self) {
        self.unsettled = Unsettled::default();
        self.left = None;
    }
}

/// What the last batch was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Codes,
    Digits,
}

impl Way {
    /// The element that holds what became of it, which is said whenever something came.
    pub(super) const fn said(self) -> &'static str {
        match self {
            Self::Codes => "codes-said",
            Self::Digits => "digits-said",
        }
    }
}

/// The tray and the workshop.
#[derive(Clone)]
pub(super) struct Handlers {
    pub(super) handle: WorkshopHandle,
    pub(super) tray: Rc<RefCell<Tray>>,
    pub(super) read_out: Callback<QuestionId>,
}

impl Handlers {
    /// Draws the tray on the screen that shows it now: a reading goes on while screens come and go.
    fn redraw(&self) {
        let screen = self.tray.borrow().screen.upgrade();
        if let Some(screen) = screen {
            screen.force_update();
        }
    }

    /// Changes the tray and draws it.
    pub(super) fn change(&self, change: impl FnOnce(&mut Tray)) {
        change(&mut self.tray.borrow_mut());
        self.redraw();
    }

    pub(super) fn set_scanning(&self, scanning: bool) {
        self.change(|tray| {
            tray.scanning = scanning;
            if scanning {
                tray.put_by();
            }
        });
    }

    pub(super) fn read_gathered(&self, gathered: Gathered) {
        let picture = self.handle.store.text(Text::CollectPicture).to_string();
        let mut unread = gathered.unread;
        unread.extend(std::iter::repeat_n(picture, gathered.pictures));
        self.read(gathered.texts, unread);
    }

    /// Reads texts in slices, and then takes whatever opened all at once.
    pub(super) fn read(&self, texts: Vec<String>, refused_files: Vec<String>) {
        let mut tray = self.tray.borrow_mut();
        if tray.progress.is_some() {
            tray.waiting.0.extend(texts);
            tray.waiting.1.extend(refused_files);
            return;
        }
        let Some(mut reading) = Reading::new(&self.handle.workshop, texts) else {
            return;
        };
        tray.progress = Some(reading.progress());
        tray.undo = None;
        tray.taken_back = None;
        drop(tray);
        self.redraw();
        let (handlers, shown) = (self.clone(), self.clone());
        let step = move || {
            let goes_on = reading.step();
            if goes_on {
                handlers.tray.borrow_mut().progress = Some(reading.progress());
            } else {
                let (batch, mut report) = reading.take();
                report.files.clone_from(&refused_files);
                handlers.finish(Way::Codes, batch, report);
            }
            goes_on
        };
        browser::in_slices(step, move || shown.redraw());
    }

    /// Reads lines of digits; those that cannot be read stay in their field.
    pub(super) fn read_digits(&self, field: &str) {
        let workshop = &self.handle.workshop;
        let store = &self.handle.store;
        let Some(round) = workshop.open_round() else {
            return;
        };
        let text = browser::take_text(field);
        let digits = digits(workshop, &store.pack.checklist, round, &text);
        let batch = Batch {
            round,
            responses: responses(digits.rows, || ResponseId(store.inputs().fresh.0)),
        };
        let (left, lines) = left_over(&text, digits.refused);
        browser::put_text(field, &left);
        {
            let mut tray = self.tray.borrow_mut();
            // Whatever was in the field has been read anew.
            tray.unsettled.lines.clear();
            if let Some((Way::Digits, before)) = &mut tray.report {
                before.lines.clear();
            }
            tray.left = (!left.is_empty()).then_some((round, left));
        }
        if !batch.responses.is_empty() {
            self.uses(Mode::TypedLines);
        }
        let report = Report {
            lines,
            ..Report::default()
        };
        self.finish(Way::Digits, batch, report);
    }

    /// One change of the record for the whole batch; what the scanner brings adds up.
    fn finish(&self, way: Way, batch: Batch, mut report: Report) {
        let undo = if batch.responses.is_empty() {
            None
        } else {
            self.handle.receive(batch, &mut report)
        };
        let mut tray = self.tray.borrow_mut();
        let adds_up = tray.scanning;
        match &mut tray.report {
            Some((Way::Codes, known)) if adds_up => known.add(report),
            _ => {
                tray.put_by();
                tray.report = Some((way, report));
            }
        }
        tray.progress = None;
        tray.undo = undo;
        tray.taken_back = None;
        if !adds_up {
            browser::say_shown(way.said());
        }
        let (texts, files) = std::mem::take(&mut tray.waiting);
        drop(tray);
        self.redraw();
        if !(texts.is_empty() && files.is_empty()) {
            self.read(texts, files);
        }
    }

    /// Takes the last batch back, as long as nothing has come since.
    pub(super) fn take_back(&self) {
        let undo = self.tray.borrow_mut().undo.take();
        let Some(undo) = undo else { return };
        self.handle.happened(WorkshopEvent::TookBack(undo));
        self.change(|tray| {
            tray.taken_back = tray.put_by();
            if let Some(way) = tray.taken_back {
                browser::say_shown(way.said());
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Refused, Report, Tray, Way};
    use crate::domain::code::digits::{LineError, RefusedLine};
    use crate::domain::code::{Round, WorkshopId};
    use crate::domain::workshop::collect::CodeProblem;

    fn refused(start: &str) -> Refused {
        let (start, why) = (start.to_owned(), CodeProblem::CutShort);
        Refused { start, why }
    }

    fn report(starts: &[&str], files: &[&str]) -> Report {
        Report {
            refused: starts.iter().copied().map(refused).collect(),
            files: files.iter().map(|name| (*name).to_owned()).collect(),
            ..Report::default()
        }
    }

    #[test]
    fn what_was_not_taken_outlives_its_report_and_its_screen() {
        let id = WorkshopId(0xA11);
        let line = RefusedLine {
            line: 1,
            why: LineError::TooShort {
                answers: 3,
                questions: 12,
            },
        };
        let tray = Tray::resumed(id);
        {
            let mut tray = tray.borrow_mut();
            tray.report = Some((Way::Codes, report(&["one"], &["photo.png"])));
            assert_eq!(tray.put_by(), Some(Way::Codes));
            let lines = Report {
                lines: vec![line],
                ..report(&["one", "two"], &[])
            };
            tray.report = Some((Way::Digits, lines));
            tray.left = Some((Round::FIRST, "123".to_owned()));
            tray.scanning = true;
        }
        // The screen goes, and comes again.
        let again = Tray::resumed(id);
        {
            let mut tray = again.borrow_mut();
            assert_eq!(tray.unsettled.codes, [refused("one"), refused("two")]);
            assert_eq!(tray.unsettled.files, ["photo.png"]);
            assert_eq!(tray.unsettled.lines, [line]);
            assert_eq!(tray.left, Some((Round::FIRST, "123".to_owned())));
            assert!(tray.report.is_none() && !tray.scanning);
            tray.settle();
        }
        let settled = Tray::resumed(id);
        assert!(settled.borrow().unsettled.is_empty() && settled.borrow().left.is_none());
        assert!(
            Tray::resumed(WorkshopId(0xA12)).borrow().unsettled.is_empty(),
            "another workshop's is another tray"
        );
    }
}
