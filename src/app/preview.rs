//! What files hold, before anything of it is written: a row for each record, and what the person wants done with it.

use super::state::State;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::exchange::{Found, LeftOut, Reason, Relation, compare, under_another_id};
use crate::domain::record::{Key, ReadError, read_assessment, read_settings, read_ticket, read_workshop};
use std::cmp::Ordering;

/// What to do with a record of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Bring it in; what is here already is merged with it, part by part.
    Merge,
    /// Bring it in beside what is here, under a new id.
    KeepBoth,
    /// Leave it where it is.
    Skip,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Merge, Self::KeepBoth, Self::Skip];

    /// The name as a form value.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::KeepBoth => "both",
            Self::Skip => "skip",
        }
    }

    /// The choice of a form value.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }
}

/// What kind of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An assessment.
    Assessment,
    /// What was chosen on a device.
    Settings,
    /// A workshop, or a part in one.
    Workshop,
    /// A record of a later version, kept as it is.
    Later,
    /// A text that could not be read, kept as it was.
    Kept,
}

/// A record of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its key.
    pub key: Key,
    /// Its kind.
    pub what: What,
    /// The organisation or team, may be empty.
    pub subject: String,
    /// When it last changed.
    pub changed: Option<Moment>,
    /// How it stands to what is here.
    pub relation: Relation,
    /// What the person wants.
    pub choice: Choice,
    /// Parts of it that could not be read, by name.
    pub problems: Vec<String>,
    text: String,
    /// A key that is free, where both can be kept only under another one.
    spare: Option<Key>,
}

impl Row {
    /// What can be chosen; nothing where there is nothing to do.
    #[must_use]
    pub const fn offers(&self) -> &'static [Choice] {
        use Choice::{KeepBoth, Merge, Skip};
        match (self.relation, self.what) {
            (Relation::Same, _) => &[],
            (Relation::New, _) | (_, What::Settings | What::Workshop) => &[Merge, Skip],
            (Relation::Older, _) => &[KeepBoth, Skip],
            (_, What::Assessment) => &[Merge, KeepBoth, Skip],
            (_, What::Kept) if self.spare.is_some() => &[KeepBoth, Skip],
            (_, What::Later | What::Kept) => &[Skip],
        }
    }

    /// What loses nothing.
    fn first_choice(&self) -> Choice {
        match self.relation {
            Relation::New | Relation::Newer => Choice::Merge,
            Relation::Conflicting if self.offers().contains(&Choice::KeepBoth) => Choice::KeepBoth,
            _ => Choice::Skip,
        }
    }
}

/// Everything that some files hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// What can be brought in, in the files' order.
    pub rows: Vec<Row>,
    /// What is kept out, and why.
    pub left_out: Vec<LeftOut>,
}

impl Preview {
    /// Adds what was found next.
    pub fn add(&mut self, state: &State, found: Found) {
        let (key, text) = match found {
            Found::Record(key, text) => (key, text),
            Found::LeftOut(left_out) => {
                self.left_out.push(left_out);
                return;
            }
        };
        match self.rows.iter().find(|row| row.key == key) {
            Some(same) if same.text == text => {}
            Some(_) => self.leave_out(&key, Reason::Twice),
            None => match row(state, key.clone(), text) {
                Ok(row) => self.rows.push(row),
                Err(reason) => self.leave_out(&key, reason),
            },
        }
    }

    fn leave_out(&mut self, key: &Key, reason: Reason) {
        let name = key.to_string();
        self.left_out.push(LeftOut { name, reason });
    }

    /// Takes a choice for the record of a key.
    pub fn choose(&mut self, key: &Key, choice: Choice) {
        for row in &mut self.rows {
            if row.key == *key && row.offers().contains(&choice) {
                row.choice = choice;
            }
        }
    }

    /// Takes a choice for all records that stand in a relation and offer it.
    pub fn choose_all(&mut self, relation: Relation, choice: Choice) {
        for row in &mut self.rows {
            if row.relation == relation && row.offers().contains(&choice) {
                row.choice = choice;
            }
        }
    }

    /// How many records will be brought in.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.rows.iter().filter(|row| row.choice != Choice::Skip).count()
    }

    /// What is to be brought in: each with the key that it will stand under.
    pub fn arrivals(&self, mut fresh: impl FnMut() -> AssessmentId) -> Vec<(Key, String)> {
        let arrival = |row: &Row| match (row.choice, &row.key) {
            (Choice::Skip, _) => None,
            (Choice::Merge, key) => Some((key.clone(), row.text.clone())),
            (Choice::KeepBoth, Key::Assessment(id)) => {
                let other = fresh();
                Some((Key::Assessment(other), under_another_id(*id, &row.text, other)?))
            }
            (Choice::KeepBoth, _) => Some((row.spare.clone()?, row.text.clone())),
        };
        self.rows.iter().filter_map(arrival).collect()
    }
}

/// How a record stands to what is here, or why it stays out.
fn row(state: &State, key: Key, text: String) -> Result<Row, Reason> {
    let mut row = Row {
        what: What::Kept,
        subject: String::new(),
        changed: None,
        relation: Relation::New,
        choice: Choice::Skip,
        problems: Vec::new(),
        spare: None,
        key,
        text,
    };
    match &row.key {
        Key::Assessment(id) => match read_assessment(*id, &row.text) {
            Ok(reading) => {
                row.what = What::Assessment;
                row.changed = Some(reading.assessment.changed);
                row.relation = match state.assessment(*id) {
                    Some(ours) => compare(ours, &reading.assessment),
                    None => Relation::New,
                };
                row.problems = reading.problems.into_iter().map(|problem| problem.part).collect();
                row.subject = reading.assessment.subject.value;
            }
            Err(ReadError::Newer(_)) => row.what = What::Later,
            Err(ReadError::Damaged) => return Err(Reason::Damaged),
            Err(ReadError::Misplaced) => return Err(Reason::NotARecord),
        },
        Key::Settings => match read_settings(&row.text) {
            Ok(settings) => {
                row.what = What::Settings;
                row.relation = match state.settings {
                    Some(ours) if ours == settings => Relation::Same,
                    Some(_) => Relation::Conflicting,
                    None => Relation::New,
                };
            }
            Err(ReadError::Newer(_)) => row.what = What::Later,
            Err(_) => return Err(Reason::Damaged),
        },
        Key::Workshop(id) => {
            let read = read_workshop(*id, &row.text);
            row.subject = read
                .as_ref()
                .map_or_else(|_| String::new(), |it| it.settings.title.clone());
            row.changed = read.as_ref().ok().map(|workshop| workshop.changed);
            row.what = of_workshop(read.map(drop))?;
        }
        Key::Ticket(id) => row.what = of_workshop(read_ticket(*id, &row.text).map(drop))?,
        Key::Unknown(_) => row.what = What::Later,
        Key::Quarantine(_) => {}
        Key::Backup | Key::Early => return Err(Reason::NotARecord),
    }
    if let Some(ours) = state.aside.get(&row.key) {
        // What this version cannot use is never merged and never written over.
        let relation = of_workshops(&row.key, &ours.text, &row.text);
        row.relation = if ours.text == row.text {
            Relation::Same
        } else if row.what == What::Workshop {
            relation.unwrap_or(Relation::Conflicting)
        } else {
            Relation::Conflicting
        };
        if row.what == What::Workshop && of_later(&row.key, &ours.text) {
            row.what = What::Later;
        }
        if let Key::Quarantine(_) = row.key {
            row.spare = spare(state, &row.key);
        }
        if row.what == What::Assessment {
            row.what = What::Later;
        }
    } else if row.what == What::Later && is_in_use(state, &row.key) {
        row.relation = Relation::Conflicting;
    }
    row.choice = row.first_choice();
    Ok(row)
}

fn of_workshop(read: Result<(), ReadError>) -> Result<What, Reason> {
    match read {
        Ok(()) => Ok(What::Workshop),
        Err(ReadError::Newer(_)) => Ok(What::Later),
        Err(ReadError::Damaged) => Err(Reason::Damaged),
        Err(ReadError::Misplaced) => Err(Reason::NotARecord),
    }
}

/// How another text of a workshop stands to ours, none if either cannot be read.
///
/// A workshop goes on from one device at a time, so whichever has more changes is the later state; unless it was changed earlier,
/// which no later state of the same workshop was, or opens other codes.
fn of_workshops(key: &Key, ours: &str, theirs: &str) -> Option<Relation> {
    let (ours, theirs, same) = match key {
        Key::Workshop(id) => {
            let (ours, theirs) = (read_workshop(*id, ours).ok()?, read_workshop(*id, theirs).ok()?);
            let same = ours.seed == theirs.seed && ours.created == theirs.created;
            (
                (ours.revision, ours.changed),
                (theirs.revision, theirs.changed),
                same,
            )
        }
        Key::Ticket(id) => {
            let (ours, theirs) = (read_ticket(*id, ours).ok()?, read_ticket(*id, theirs).ok()?);
            let same = ours.response == theirs.response;
            ((ours.revision, Moment(0)), (theirs.revision, Moment(0)), same)
        }
        _ => return None,
    };
    Some(match ours.0.cmp(&theirs.0) {
        Ordering::Less if same && ours.1 <= theirs.1 => Relation::Newer,
        Ordering::Greater if same && ours.1 >= theirs.1 => Relation::Older,
        _ => Relation::Conflicting,
    })
}

/// Whether a later version wrote a workshop's record, which is then never written over.
fn of_later(key: &Key, text: &str) -> bool {
    match key {
        Key::Workshop(id) => matches!(read_workshop(*id, text), Err(ReadError::Newer(_))),
        Key::Ticket(id) => matches!(read_ticket(*id, text), Err(ReadError::Newer(_))),
        _ => false,
    }
}

fn is_in_use(state: &State, key: &Key) -> bool {
    match key {
        Key::Assessment(id) => state.assessments.contains_key(id),
        Key::Settings => state.settings.is_some(),
        _ => false,
    }
}

/// The next quarantine key that nothing stands under.
fn spare(state: &State, key: &Key) -> Option<Key> {
    let mut spare = key.another();
    // Each step counts up; that many texts of one former key are on no device.
    for _ in 0..100 {
        if !state.aside.contains_key(&spare) {
            return Some(spare);
        }
        spare = spare.another();
    }
    None
}
