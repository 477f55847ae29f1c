//! What lies on the process: files that are being read, what they hold, what is being written. None of it is stored.

use crate::app::action::Action;
use crate::app::assessment::action::{AssessmentAction, Incoming};
use crate::app::assessment::preview::Preview;
use crate::app::text::Text;
use crate::browser::{self, GivenFile};
use crate::domain::exchange::{FileError, Found, Intake, Relation};
use crate::ui::prelude::*;
use crate::ui::store::Store;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum ImportStep {
    /// Nothing has been given yet.
    #[default]
    Idle,
    /// Files are being read, so many per cent.
    Reading(usize),
    /// What they hold is shown.
    Preview,
    /// So many of so many records are written.
    Writing(usize, usize),
    /// Everything chosen is written.
    Done,
}

/// The process.
#[derive(Default)]
pub(super) struct ImportProcess {
    pub(super) step: ImportStep,
    pub(super) preview: Preview,
    /// What there is to say about whole files.
    pub(super) notes: Vec<AttrValue>,
    /// Lists that are shown to their end.
    pub(super) unfolded: Vec<Relation>,
}

struct Pile {
    files: VecDeque<(String, Intake)>,
    count: usize,
    total: usize,
    behind: usize,
}

/// Records that go to the store in one step.
const BATCH: usize = 8;

/// Reads files in slices and then shows what they hold.
pub(super) fn read(
    store: &Rc<Store>,
    process: &Rc<RefCell<ImportProcess>>,
    redraw: &UseForceUpdateHandle,
    given: Vec<GivenFile>,
) {
    let mut files = VecDeque::new();
    let mut fresh = ImportProcess {
        step: ImportStep::Reading(0),
        ..ImportProcess::default()
    };
    for GivenFile { name, content } in given {
        for opened in content.map_or_else(|error| vec![Err(error)], Intake::all) {
            match opened {
                Ok(intake) => files.push_back((name.clone(), intake)),
                Err(error) => fresh
                    .notes
                    .push(store.fill(refusal(&name, error), &[("name", &name)])),
            }
        }
    }
    if files.is_empty() {
        fresh.step = ImportStep::Idle;
    }
    *process.borrow_mut() = fresh;
    redraw.force_update();
    let mut pile = Pile {
        total: files
            .iter()
            .map(|(_, intake)| intake.progress().1)
            .sum::<usize>()
            .max(1),
        files,
        count: 0,
        behind: 0,
    };
    let (store, process, redraw) = (Rc::clone(store), Rc::clone(process), redraw.clone());
    let step = move || pile.step(&store, &mut process.borrow_mut());
    browser::in_slices(step, move || redraw.force_update());
}

impl Pile {
    /// The next record; false after the last.
    fn step(&mut self, store: &Store, process: &mut ImportProcess) -> bool {
        let Some((name, intake)) = self.files.front_mut() else {
            if process.step != ImportStep::Idle {
                let empty = process.preview.rows.is_empty() && process.preview.left_out.is_empty();
                process.step = if empty {
                    ImportStep::Idle
                } else {
                    ImportStep::Preview
                };
            }
            return false;
        };
        if let Some(found) = intake.next() {
            self.count += usize::from(matches!(found, Found::Record(..)));
            process.preview.add(&store.state(), found);
            process.step = ImportStep::Reading((self.behind + intake.progress().0) * 100 / self.total);
            return true;
        }
        let texts = &store.pack.texts;
        let count = self.count.to_string();
        let values = [("name", &**name), ("n", &*count)];
        let note = match (intake.is_whole(), self.count) {
            (true, 0) => Some(Text::ExchangeFileEmpty),
            (true, _) => None,
            (false, 1) => Some(Text::ExchangeFileDamagedOne),
            (false, _) => Some(Text::ExchangeFileDamagedMany),
        };
        process
            .notes
            .extend(note.map(|note| AttrValue::from(texts.fill(note, &values))));
        self.behind += intake.progress().1;
        self.count = 0;
        self.files.pop_front();
        true
    }
}

/// Why a file is of no use. Of one that has nothing of ours in it, its name still tells what it is.
fn refusal(name: &str, error: FileError) -> Text {
    let name = name.to_ascii_lowercase();
    let ends_with = |ending: &&str| name.ends_with(ending);
    match error {
        FileError::NotOurs | FileError::Encoding if FOR_READING.iter().any(ends_with) => {
            Text::ExchangeFileForReading
        }
        FileError::NotOurs if name.starts_with("oxymoron-") && name.ends_with(".json") => {
            Text::ExchangeFileNoRecord
        }
        FileError::TooLarge => Text::ExchangeFileLarge,
        FileError::NotOurs => Text::ExchangeFileNotOurs,
        FileError::Newer => Text::ExchangeFileNewer,
        FileError::Unreadable => Text::ExchangeFileUnreadable,
        FileError::Encoding => Text::ExchangeFileEncoding,
        FileError::Emptied => Text::ExchangeFileEmptied,
        FileError::EmptiedCounts => Text::ExchangeSheetEmptied,
        FileError::Cut => Text::ExchangeFileCut,
    }
}

/// How the names of tables, texts and pictures end.
const FOR_READING: [&str; 4] = [".csv", ".md", ".svg", ".png"];

/// Hands what was chosen to the store, a few records at a time.
pub(super) fn bring_in(
    store: &Rc<Store>,
    process: &Rc<RefCell<ImportProcess>>,
    redraw: &UseForceUpdateHandle,
) {
    let arrivals = process.borrow().preview.arrivals(|| store.inputs().fresh);
    let total = arrivals.len();
    *process.borrow_mut() = ImportProcess {
        step: ImportStep::Writing(0, total),
        ..ImportProcess::default()
    };
    redraw.force_update();
    let mut rest = VecDeque::<Incoming>::from(arrivals);
    let (store, process, redraw) = (Rc::clone(store), Rc::clone(process), redraw.clone());
    let step = move || {
        let batch: Vec<_> = rest.drain(..BATCH.min(rest.len())).collect();
        if batch.is_empty() {
            process.borrow_mut().step = ImportStep::Done;
            return false;
        }
        store.dispatch(Action::Assessment(AssessmentAction::Imported {
            continued: rest.len() + batch.len() < total,
            records: batch,
        }));
        process.borrow_mut().step = ImportStep::Writing(total - rest.len(), total);
        true
    };
    browser::in_slices(step, move || redraw.force_update());
}

#[cfg(test)]
mod tests {
    use super::{FileError, Text, refusal};

    #[test]
    fn a_file_of_ours_that_cannot_be_brought_in_is_not_called_a_stranger() {
        let check = |name: &str, error, expected| assert_eq!(refusal(name, error), expected, "{name}");
        for name in [
            "oxymoron-2026-11-20.csv",
            "oxymoron-2026-11-20.md",
            "oxymoron-2026-11-20 (1).svg",
        ] {
            check(name, FileError::NotOurs, Text::ExchangeFileForReading);
        }
        check("A.PNG", FileError::Encoding, Text::ExchangeFileForReading);
        check("a.csv", FileError::TooLarge, Text::ExchangeFileLarge);
        check("a.txt", FileError::Encoding, Text::ExchangeFileEncoding);
        let damaged = "oxymoron-1-assessment-0123456789abcdef.json";
        check(damaged, FileError::NotOurs, Text::ExchangeFileNoRecord);
        check(damaged, FileError::Newer, Text::ExchangeFileNewer);
        check("holiday.json", FileError::NotOurs, Text::ExchangeFileNotOurs);
    }
}
