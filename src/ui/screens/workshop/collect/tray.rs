//! What comes in until it is in the ballot. Nothing of it is stored, and no text outlives its reading.

use crate::app::workshop::collecting::{Batch, Progress, Reading, Report, Undo, responses, take};
use crate::app::workshop::raising::{Typed, Uncounted};
use crate::browser::scan::Picture;
use crate::browser::{self, GivenFile};
use crate::domain::code::digits::{read, read_one};
use crate::domain::code::{ResponseId, Round};
use crate::domain::question::QuestionId;
use crate::ui::desk::Desk;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The tray.
#[derive(Default)]
pub(super) struct Tray {
    /// How far the texts at hand are read.
    pub(super) progress: Option<Progress>,
    /// Texts that came in the meantime.
    waiting: Vec<String>,
    /// Which way the last batch came, and what became of it.
    pub(super) report: Option<(Way, Report)>,
    pub(super) undo: Option<Undo>,
    /// Which way the batch had come that was taken back last.
    pub(super) taken_back: Option<Way>,
    pub(super) scanning: bool,
    /// The question for which hands are counted, the next open one unless it was chosen.
    pub(super) asked: Option<QuestionId>,
    pub(super) typed: Typed,
    pub(super) uncounted: Option<Uncounted>,
}

/// What the last batch was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Codes,
    Digits,
}

/// The tray, the workshop, and the way to draw them again.
#[derive(Clone)]
pub(super) struct Works {
    pub(super) desk: Desk,
    pub(super) tray: Rc<RefCell<Tray>>,
    pub(super) redraw: UseForceUpdateHandle,
}

impl Works {
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

    pub(super) fn read_files(&self, given: Vec<GivenFile>) {
        let (mut texts, mut refused) = (Vec::new(), Vec::new());
        for file in given {
            match file.content {
                Ok(text) => texts.push(text),
                Err(_) => refused.push(file.name),
            }
        }
        self.read(texts, refused);
    }

    pub(super) fn read_pictures(&self, pictures: Vec<Picture>) {
        let (mut texts, mut refused) = (Vec::new(), Vec::new());
        for picture in pictures {
            match picture {
                Ok(found) => texts.extend(found),
                Err(_) => refused.push(
                    self.desk
                        .store
                        .text(crate::app::text::Text::CollectPicture)
                        .to_string(),
                ),
            }
        }
        self.read(texts, refused);
    }

    /// Reads texts in slices, and then takes whatever opened all at once.
    pub(super) fn read(&self, texts: Vec<String>, refused_files: Vec<String>) {
        let mut tray = self.tray.borrow_mut();
        if tray.progress.is_some() {
            tray.waiting.extend(texts);
            return;
        }
        let Some(mut reading) = Reading::new(&self.desk.workshop, texts) else {
            return;
        };
        tray.progress = Some(reading.progress());
        tray.undo = None;
        tray.taken_back = None;
        drop(tray);
        self.redraw.force_update();
        let (works, redraw) = (self.clone(), self.redraw.clone());
        let step = move || {
            let goes_on = reading.step();
            if goes_on {
                works.tray.borrow_mut().progress = Some(reading.progress());
            } else {
                let (batch, mut report) = reading.take();
                report.files.clone_from(&refused_files);
                works.finish(Way::Codes, batch, report);
            }
            goes_on
        };
        browser::in_slices(step, move || redraw.force_update());
    }

    pub(super) fn read_digits(&self, text: &str) {
        let workshop = &self.desk.workshop;
        let store = &self.desk.store;
        let Some(round) = workshop.open_round() else {
            return;
        };
        let (checklist, depth) = (&store.pack.checklist, workshop.settings.shape.depth);
        let digits = match workshop.topic().filter(|_| round != Round::FIRST) {
            Some(topic) => read_one(checklist, depth, topic.question(), text),
            None => read(checklist, depth, text),
        };
        let batch = Batch {
            round,
            responses: responses(digits.rows, || ResponseId(store.surroundings().fresh.0)),
        };
        let report = Report {
            lines: digits.refused,
            ..Report::default()
        };
        self.finish(Way::Digits, batch, report);
    }

    /// One change of the record for the whole batch; what the scanner brings adds up.
    fn finish(&self, way: Way, batch: Batch, mut report: Report) {
        let now = self.desk.store.surroundings().now;
        let undo = if batch.responses.is_empty() {
            None
        } else {
            let taken = self.desk.edit(|workshop| take(workshop, batch, &mut report, now));
            taken.flatten()
        };
        let mut tray = self.tray.borrow_mut();
        let adds_up = tray.scanning;
        match &mut tray.report {
            Some((Way::Codes, known)) if adds_up => known.add(report),
            known => *known = Some((way, report)),
        }
        tray.progress = None;
        tray.undo = undo;
        tray.taken_back = None;
        let waiting = std::mem::take(&mut tray.waiting);
        drop(tray);
        self.redraw.force_update();
        if !waiting.is_empty() {
            self.read(waiting, vec![]);
        }
    }

    /// Takes the last batch back, as long as nothing has come since.
    pub(super) fn take_back(&self) {
        let undo = self.tray.borrow_mut().undo.take();
        let Some(undo) = undo else { return };
        let now = self.desk.store.surroundings().now;
        self.desk.edit(|workshop| undo.apply(workshop, now));
        self.change(|tray| {
            tray.taken_back = tray.report.take().map(|(way, _)| way);
        });
    }
}
