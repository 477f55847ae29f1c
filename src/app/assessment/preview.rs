//! What files hold, before anything of it is written: a row for each record, and what the person wants done with it.

use super::action::Incoming;
use super::apart;
use crate::app::state::State;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::Moment;
use crate::domain::exchange::{Found, LeftOut, Reason, Relation, compare, under_another_id};
use crate::domain::record::{
    Key, ReadError, read_about_roll_up, read_assessment, read_settings, read_table, read_ticket,
    read_workshop, roll_up_id, table_key,
};
use crate::domain::rollup::gathering::RollUpId;
use crate::domain::workshop::merge::MergeLoss;
use std::cmp::Ordering;

/// What to do with a record of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportChoice {
    /// Bring it in; what is here already is merged with it, part by part.
    Merge,
    /// Bring it in beside what is here, under a new id.
    KeepBoth,
    /// Leave it where it is.
    Skip,
}

impl ImportChoice {
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
    Newer,
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
    /// Whether it is of a rehearsal, whose people are invented.
    pub rehearsal: bool,
    /// When it last changed.
    pub changed: Option<Moment>,
    /// How it stands to what is here.
    pub relation: Relation,
    /// What the person wants.
    pub choice: ImportChoice,
    /// Parts of it that could not be read, by name.
    pub problems: Vec<String>,
    /// Of a session that went apart on two devices, what of either has no place in the merged one; none where nothing is merged.
    pub left_apart: Option<MergeLoss>,
    text: String,
    /// A key that is free, where both can be kept only under another one.
    spare: Option<Key>,
}

impl Row {
    /// What can be chosen; nothing where there is nothing to do.
    #[must_use]
    pub const fn offers(&self) -> &'static [ImportChoice] {
        use ImportChoice::{KeepBoth, Merge, Skip};
        match (self.relation, self.what) {
            (Relation::Same, _) => &[],
            (Relation::New, _) | (_, What::Settings | What::Workshop) => &[Merge, Skip],
            (Relation::Older, _) => &[KeepBoth, Skip],
            (_, What::Assessment) => &[Merge, KeepBoth, Skip],
            (_, What::Kept) if self.spare.is_some() => &[KeepBoth, Skip],
            (_, What::Newer | What::Kept) => &[Skip],
        }
    }

    /// Takes another state of the same session in, from another file; false if that cannot be.
    fn takes(&mut self, state: &State, text: &str) -> bool {
        let Key::Workshop(id) = self.key else { return false };
        let (both, left) = match apart::compare(id, &self.text, text) {
            Some((Relation::Newer, _)) => (text.to_owned(), None),
            Some((Relation::Older, _)) => return true,
            Some((_, Some(merged))) => (merged.text, Some(merged.left_out)),
            _ => return false,
        };
        let Ok(row) = row(state, self.key.clone(), both) else {
            return false;
        };
        let all = [self.left_apart, left, row.left_apart].into_iter().flatten();
        *self = Self {
            left_apart: all.reduce(MergeLoss::and),
            ..row
        };
        true
    }

    /// What loses nothing.
    fn first_choice(&self) -> ImportChoice {
        match self.relation {
            Relation::New | Relation::Newer => ImportChoice::Merge,
            Relation::Conflicting if self.left_apart.is_some() => ImportChoice::Merge,
            Relation::Conflicting if self.offers().contains(&ImportChoice::KeepBoth) => {
                ImportChoice::KeepBoth
            }
            _ => ImportChoice::Skip,
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
        if let Some(name) = rehearsed(&key, &text) {
            let reason = Reason::Rehearsal;
            self.left_out.push(LeftOut { name, reason });
            return;
        }
        match self.rows.iter_mut().find(|row| row.key == key) {
            Some(known) => {
                if known.text != text && !known.takes(state, &text) {
                    self.leave_out(&key, Reason::Twice);
                }
            }
            None => match row(state, key.clone(), text) {
                Ok(row) => self.rows.push(row),
                Err(reason) => self.leave_out(&key, reason),
            },
        }
    }

    /// Whether an assessment is among the records that stand in a relation.
    #[must_use]
    pub fn has_assessment(&self, relation: Relation) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.relation == relation && row.what == What::Assessment)
    }

    fn leave_out(&mut self, key: &Key, reason: Reason) {
        let name = key.to_string();
        self.left_out.push(LeftOut { name, reason });
    }

    /// Takes a choice for the record of a key.
    pub fn choose(&mut self, key: &Key, choice: ImportChoice) {
        for row in &mut self.rows {
            if row.key == *key && row.offers().contains(&choice) {
                row.choice = choice;
            }
        }
    }

    /// Takes a choice for all records that stand in a relation and offer it.
    pub fn choose_all(&mut self, relation: Relation, choice: ImportChoice) {
        for row in &mut self.rows {
            if row.relation == relation && row.offers().contains(&choice) {
                row.choice = choice;
            }
        }
    }

    /// How many records will be brought in.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| row.choice != ImportChoice::Skip)
            .count()
    }

    /// What is to be brought in.
    pub fn arrivals(&self, mut fresh: impl FnMut() -> AssessmentId) -> Vec<Incoming> {
        let arrival = |row: &Row| {
            let (key, text) = match (row.choice, &row.key) {
                (ImportChoice::Skip, _) => return None,
                (ImportChoice::Merge, key) => (key.clone(), row.text.clone()),
                (ImportChoice::KeepBoth, Key::Assessment(id)) => {
                    let other = fresh();
                    (Key::Assessment(other), under_another_id(*id, &row.text, other)?)
                }
                (ImportChoice::KeepBoth, _) => (row.spare.clone()?, row.text.clone()),
            };
            let copied = row.left_apart.is_none();
            Some(Incoming { key, text, copied })
        };
        self.rows.iter().filter_map(arrival).collect()
    }
}

/// What rooms are called that are all of rehearsals; none of any other record. Rooms of which only some are may hold what people said.
fn rehearsed(key: &Key, text: &str) -> Option<String> {
    let about = read_about_roll_up(roll_up_id(key)?, text).ok()?;
    about.rehearsed.then(|| match about.title.trim() {
        "" => key.to_string(),
        title => title.to_owned(),
    })
}

/// How a record stands to what is here, or why it stays out.
fn row(state: &State, key: Key, text: String) -> Result<Row, Reason> {
    let mut row = Row {
        what: What::Kept,
        subject: String::new(),
        rehearsal: false,
        changed: None,
        relation: Relation::New,
        choice: ImportChoice::Skip,
        problems: Vec::new(),
        left_apart: None,
        spare: None,
        key,
        text,
    };
    match &row.key {
        // It is here already, and stored nowhere.
        Key::Assessment(AssessmentId::EXAMPLE) => return Err(Reason::NotARecord),
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
            Err(ReadError::Newer(_)) => row.what = What::Newer,
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
            Err(ReadError::Newer(_)) => row.what = What::Newer,
            Err(_) => return Err(Reason::Damaged),
        },
        Key::Workshop(id) => {
            let read = read_workshop(*id, &row.text);
            row.subject = read
                .as_ref()
                .map_or_else(|_| String::new(), |it| it.settings.title.clone());
            row.changed = read.as_ref().ok().map(|workshop| workshop.changed);
            row.rehearsal = read.as_ref().is_ok_and(|workshop| workshop.rehearsal.is_some());
            row.what = of_workshop(read.map(drop))?;
        }
        Key::Ticket(id) => row.what = of_workshop(read_ticket(*id, &row.text).map(drop))?,
        Key::Unknown(_) if row.key == table_key() => match read_table(&row.text) {
            Ok(_) => row.what = What::Settings,
            Err(ReadError::Newer(_)) => row.what = What::Newer,
            Err(_) => return Err(Reason::Damaged),
        },
        Key::Unknown(_) => match roll_up_id(&row.key) {
            Some(id) => {
                let read = read_about_roll_up(id, &row.text);
                row.subject = read
                    .as_ref()
                    .map_or_else(|_| String::new(), |it| it.title.clone());
                row.changed = read.as_ref().ok().map(|it| it.changed);
                row.what = of_workshop(read.map(drop))?;
            }
            None => row.what = What::Newer,
        },
        Key::Quarantine(_) => {}
        Key::Backup | Key::Early => return Err(Reason::NotARecord),
    }
    if let Some(ours) = state.raw_records.get(&row.key) {
        // What this version cannot use is never merged and never written over.
        let (relation, merged) = match row.key {
            Key::Workshop(id) => apart::compare(id, &ours.text, &row.text).unzip(),
            _ => {
                let rooms = roll_up_id(&row.key).and_then(|id| of_rooms(id, &ours.text, &row.text));
                let relation = rooms.or_else(|| of_tickets(&row.key, &ours.text, &row.text));
                (relation, None)
            }
        };
        if let Some(merged) = merged.flatten().filter(|_| *ours.text != row.text) {
            row.left_apart = Some(merged.left_out);
            row.text = merged.text;
        }
        row.relation = if *ours.text == row.text {
            Relation::Same
        } else if row.what == What::Workshop {
            relation.unwrap_or(Relation::Conflicting)
        } else {
            Relation::Conflicting
        };
        if row.what == What::Workshop && of_later(&row.key, &ours.text) {
            row.what = What::Newer;
        }
        if row.key == table_key() && matches!(read_table(&ours.text), Err(ReadError::Newer(_))) {
            row.what = What::Newer;
        }
        if let Key::Quarantine(_) = row.key {
            row.spare = spare(state, &row.key);
        }
        if row.what == What::Assessment {
            row.what = What::Newer;
        }
    } else if row.what == What::Newer && is_in_use(state, &row.key) {
        row.relation = Relation::Conflicting;
    }
    row.choice = row.first_choice();
    Ok(row)
}

fn of_workshop(read: Result<(), ReadError>) -> Result<What, Reason> {
    match read {
        Ok(()) => Ok(What::Workshop),
        Err(ReadError::Newer(_)) => Ok(What::Newer),
        Err(ReadError::Damaged) => Err(Reason::Damaged),
        Err(ReadError::Misplaced) => Err(Reason::NotARecord),
    }
}

/// How another text of a participant's part stands to ours, none if either cannot be read: whichever has more changes is the later
/// state, unless it is of another participant.
fn of_tickets(key: &Key, ours: &str, theirs: &str) -> Option<Relation> {
    let Key::Ticket(id) = key else { return None };
    let (ours, theirs) = (read_ticket(*id, ours).ok()?, read_ticket(*id, theirs).ok()?);
    let same = ours.response == theirs.response;
    Some(match ours.revision.cmp(&theirs.revision) {
        Ordering::Less if same => Relation::Newer,
        Ordering::Greater if same => Relation::Older,
        _ => Relation::Conflicting,
    })
}

/// Of two states of one set of rooms the one with more changes is the newer.
fn of_rooms(id: RollUpId, ours: &str, theirs: &str) -> Option<Relation> {
    let (ours, theirs) = (
        read_about_roll_up(id, ours).ok()?,
        read_about_roll_up(id, theirs).ok()?,
    );
    Some(match ours.revision.cmp(&theirs.revision) {
        Ordering::Less => Relation::Newer,
        Ordering::Greater => Relation::Older,
        Ordering::Equal => Relation::Conflicting,
    })
}

/// Whether a later version wrote a workshop's record, which is then never written over.
fn of_later(key: &Key, text: &str) -> bool {
    match key {
        Key::Workshop(id) => matches!(read_workshop(*id, text), Err(ReadError::Newer(_))),
        Key::Unknown(_) => {
            roll_up_id(key).is_some_and(|id| matches!(read_about_roll_up(id, text), Err(ReadError::Newer(_))))
        }
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
        if !state.raw_records.contains_key(&spare) {
            return Some(spare);
        }
        spare = spare.another();
    }
    None
}
