//! What comes in until it is in the ballot. Nothing of it is stored, and no text outlives its reading.

use crate::app::text::Text;
use crate::app::workshop::action::WorkshopEvent;
use crate::app::workshop::collecting::{Batch, BatchUndo, Progress, Reading, Report, left_over, responses};
use crate::app::workshop::show_of_hands::{Typed, Uncounted};
use crate::browser::{self, Gathered};
use crate::domain::code::digits::{read, read_one};
use crate::domain::code::{ResponseId, Round};
use crate::domain::question::QuestionId;
use crate::domain::workshop::collect::{LISTED, Refused};
use crate::ui::prelude::*;
use crate::ui::workshop_handle::WorkshopHandle;
use std::cell::RefCell;
use std::rc::Rc;

/// The tray.
#[derive(Default)]
pub(super) struct Tray {
    /// How far the texts at hand are read.
    pub(super) progress: Option<Progress>,
    /// Texts that came in the meantime, and files that could not be read.
    waiting: (Vec<String>, Vec<String>),
    /// Which way the last batch came, and what became of it.
    pub(super) report: Option<(Way, Report)>,
    /// What earlier batches brought that was not taken, until somebody says that it is settled.
    pub(super) unsettled: Vec<Refused>,
    pub(super) undo: Option<BatchUndo>,
    /// Which way the batch had come that was taken back last.
    pub(super) taken_back: Option<Way>,
    pub(super) scanning: bool,
    /// The question for which hands are counted, the next open one unless it was chosen.
    pub(super) asked: Option<QuestionId>,
    pub(super) typed: Typed,
    pub(super) uncounted: Option<Uncounted>,
}

impl Tray {
    /// Keeps what was refused before, each once.
    fn unsettle(&mut self, refused: Vec<Refused>) {
        for one in refused {
            if self.unsettled.len() < LISTED && !self.unsettled.contains(&one) {
                self.unsettled.push(one);
            }
        }
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

/// The tray, the workshop, and the way to draw them again.
#[derive(Clone)]
pub(super) struct Handlers {
    pub(super) handle: WorkshopHandle,
    pub(super) tray: Rc<RefCell<Tray>>,
    pub(super) redraw: UseForceUpdateHandle,
}

impl Handlers {
    /// Changes the tray and draws it.
    pub(super) fn change(&self, change: impl FnOnce(&mut Tray)) {
        change(&mut self.tray.borrow_mut());
        self.redraw.force_update();
    }

    pub(super) fn set_scanning(&self, scanning: bool) {
        self.change(|tray| {
            tray.scanning = scanning;
            if scanning {
                tray.report = None;
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
        self.redraw.force_update();
        let (handlers, redraw) = (self.clone(), self.redraw.clone());
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
        browser::in_slices(step, move || redraw.force_update());
    }

    /// Reads lines of digits; those that cannot be read stay in their field.
    pub(super) fn read_digits(&self, field: &str) {
        let workshop = &self.handle.workshop;
        let store = &self.handle.store;
        let Some(round) = workshop.open_round() else {
            return;
        };
        let text = browser::take_text(field);
        let (checklist, depth) = (&store.pack.checklist, workshop.settings.shape.depth);
        let digits = match workshop.topic().filter(|_| round != Round::FIRST) {
            Some(topic) => read_one(checklist, depth, topic.question(), &text),
            None => read(checklist, depth, &text),
        };
        let batch = Batch {
            round,
            responses: responses(digits.rows, || ResponseId(store.inputs().fresh.0)),
        };
        let (left, lines) = left_over(&text, digits.refused);
        browser::put_text(field, &left);
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
            known => {
                let before = known.replace((way, report));
                let refused = before.map(|(_, before)| before.refused).unwrap_or_default();
                tray.unsettle(refused);
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
        self.redraw.force_update();
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
            tray.taken_back = tray.report.take().map(|(way, _)| way);
            if let Some(way) = tray.taken_back {
                browser::say_shown(way.said());
            }
        });
    }
}
