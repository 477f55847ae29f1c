//! What each action does to the state, and what it asks of the browser.

use super::action::{Action, Copied, Edit};
use super::effect::Effect;
use super::persist::{self, Ingest, Records};
use super::route::Route;
use super::state::{Pace, ReasonAside, SaveState, Startup, State, StorageState, Undo, WriteError};
use super::{assessment, export, import, workshop};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Checklist, Step};
use crate::domain::question::QuestionId;
use crate::domain::record::{Backup, Key, Settings};
use crate::domain::stamp::Stamped;

/// What changes between two runs and therefore comes in as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inputs {
    /// The moment of the action.
    pub now: Moment,
    /// A random id for an assessment that the action may start.
    pub fresh: AssessmentId,
    /// The day in the person's time zone.
    pub today: Day,
    /// Random bytes for a choice that is left to chance.
    pub dice: Dice,
}

/// Independent random bytes: enough that running out of fair ones does not happen.
pub type Dice = [u8; 16];

/// How the actions of a chunk that is loaded later change the state.
pub type ChunkUpdate<A> = fn(&mut State, &Checklist, A, Inputs) -> Vec<Effect>;

/// What each chunk hands out beside what draws its screens; until it is here, its actions do nothing.
#[derive(Clone, Copy)]
pub struct Updates {
    /// That of whatever reads or makes records.
    pub records: Records,
    /// That of [`super::chunk::Chunk::Assessment`].
    pub assessment: ChunkUpdate<assessment::action::AssessmentAction>,
    /// That of [`super::chunk::Chunk::Workshop`].
    pub workshop: ChunkUpdate<workshop::action::PassedOn>,
}

impl Default for Updates {
    fn default() -> Self {
        Self {
            records: Records {
                ingest: persist::set_aside,
                stands: |_| false,
                touched: |_, _| vec![],
                leave: |_, _| vec![],
            },
            assessment: |_, _, _, _| vec![],
            workshop: |_, _, _, _| vec![],
        }
    }
}

/// Applies an action.
pub fn update(
    state: &mut State,
    checklist: &Checklist,
    action: Action,
    inputs: Inputs,
    updates: Updates,
) -> Vec<Effect> {
    match action {
        Action::Booted { entries, storage } => {
            state.storage = storage;
            boot(state, checklist, entries, inputs, updates.records.ingest)
        }
        Action::Moved(route) => move_to(state, checklist, route, inputs),
        Action::Loading(chunk, load) => {
            *state.chunks.of_mut(chunk) = load;
            vec![]
        }
        // Until the records are here the page itself keeps an answer, and hands it over with them.
        Action::ChoseFirst(..) if state.startup == Startup::Prerendered => vec![],
        Action::ChoseFirst(question, choice) => chose_first(state, checklist, question, choice, inputs),
        Action::Edited(id, edit) => edited(state, checklist, id, edit, inputs.now),
        Action::MeantIt(id) => {
            if !state.meant.contains(&id) {
                state.meant.push(id);
            }
            vec![]
        }
        Action::Deleted(id) => delete(state, &[Key::Assessment(id)]),
        Action::DeletedRecord(key) => delete(state, &[key]),
        Action::Undid => undo(state, updates.records),
        Action::DismissedUndo => {
            let gone = std::mem::take(&mut state.undo);
            export::forget(state, &gone.assessments)
        }
        Action::ChosePalette(theme) => {
            let settings = Settings {
                theme,
                ..state.preferences()
            };
            persist::choose(state, Some(settings))
        }
        Action::SwitchedDigitKeys(digit_keys) => {
            let settings = Settings {
                digit_keys,
                ..state.preferences()
            };
            persist::choose(state, Some(settings))
        }
        Action::StoredElsewhere { key, text } => stored_elsewhere(state, key, text, updates.records.ingest),
        Action::Wrote(key, result) => wrote(state, &key, result),
        Action::AskedForEverything => {
            let text = export::everything(state, checklist, inputs.now, updates.records.stands);
            let name = export::EVERYTHING.to_owned();
            export::exported(state, name, text, Some((Copied::Everything, inputs.now)))
        }
        Action::Exported { name, text, copy } => export::exported(state, name, text, copy),
        Action::DismissedReminder => export::dismissed(state, inputs.now),
        Action::Assessment(action) => (updates.assessment)(state, checklist, action, inputs),
        Action::Workshop(action) => (updates.workshop)(state, checklist, action, inputs),
    }
}

fn boot(
    state: &mut State,
    checklist: &Checklist,
    entries: Vec<(String, String)>,
    inputs: Inputs,
    ingest: Ingest,
) -> Vec<Effect> {
    state.startup = Startup::Ready;
    // Copies first, so that a damaged record that already has one is not copied again.
    let copy = |(key, _): &(String, String)| matches!(key.parse(), Ok(Key::Quarantine(_)));
    let (copies, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(copy);
    let mut effects = Vec::new();
    for (key, text) in copies.into_iter().chain(others) {
        match key.parse() {
            Ok(Key::Early) => effects.extend(adopt(state, checklist, &text, inputs)),
            Ok(key) => effects.extend(ingest(state, &key, &text)),
            Err(_) => {}
        }
    }
    effects
}

/// Takes over the answer that the page's inline script kept before the application had started.
fn adopt(state: &mut State, checklist: &Checklist, text: &str, inputs: Inputs) -> Vec<Effect> {
    let first = checklist.areas.first().map(|area| QuestionId::Anchored(area.id));
    match (first, Choice::from_code(text)) {
        (Some(question), Some(choice)) => {
            let effects = chose_first(state, checklist, question, choice, inputs);
            state.early = state.draft;
            effects
        }
        _ => persist::quarantine(state, &Key::Early, text),
    }
}

fn begin(state: &mut State, checklist: &Checklist, inputs: Inputs) -> AssessmentId {
    let assessment = Assessment::new(inputs.fresh, checklist.version, inputs.now);
    state.assessments.insert(inputs.fresh, assessment);
    inputs.fresh
}

/// Begins an assessment as another one was set up, with a look back at its answers; none of them is taken over.
///
/// One that was begun so before and is still without an answer is gone on with instead.
fn begin_next(
    state: &mut State,
    checklist: &Checklist,
    previous: AssessmentId,
    inputs: Inputs,
) -> Option<(AssessmentId, Vec<Effect>)> {
    let model = state.assessments.get(&previous)?.clone();
    let begun = state.blank_after(previous);
    let id = begun.unwrap_or_else(|| begin(state, checklist, inputs));
    let assessment = state.assessments.get_mut(&id)?;
    let revision = assessment.edit(inputs.now);
    assessment.day = Stamped::new(Some(inputs.today), revision);
    if begun.is_none() {
        assessment.previous = Stamped::new(Some(previous), revision);
        assessment.subject = Stamped::new(model.subject.value, revision);
        assessment.depth = Stamped::new(model.depth.value, revision);
        assessment.know_do = Stamped::new(model.know_do.value, revision);
    }
    Some((id, persist::save(state, id)))
}

fn move_to(state: &mut State, checklist: &Checklist, route: Route, inputs: Inputs) -> Vec<Effect> {
    let left_off = |state: &State| {
        let draft = state.draft.and_then(|id| state.assessment(id));
        draft
            .or_else(|| state.unfinished(checklist))
            .map(|assessment| assessment.id)
    };
    let held = match &route {
        Route::Results(id) | Route::Plan(id) | Route::Next(id) => state.held(*id),
        Route::Compare(from, to) | Route::Views(from, to) => state.held(*from).or_else(|| state.held(*to)),
        _ => None,
    };
    if let Some(join) = held {
        return vec![Effect::Replace(join)];
    }
    let mut effects = vec![];
    let id = match route {
        Route::Next(previous) => match begin_next(state, checklist, previous, inputs) {
            Some((id, saved)) => {
                effects = saved;
                id
            }
            None => {
                state.route = route;
                return effects;
            }
        },
        Route::Continue => left_off(state).unwrap_or_else(|| begin(state, checklist, inputs)),
        Route::New => begin(state, checklist, inputs),
        // Its answers are to be looked at.
        Route::Assess(AssessmentId::EXAMPLE, _) => {
            return vec![Effect::Replace(Route::Results(AssessmentId::EXAMPLE))];
        }
        // Its first open step gets an address of its own, so that an answer does not turn the page.
        Route::Assess(id, None) if state.assessments.contains_key(&id) => id,
        Route::Assess(id, Some(step)) => {
            let step = match step {
                Step::Pair(pair) => checklist.step_of_pair(pair),
                other => other,
            };
            let known = state.assessment(id);
            if known.is_none_or(|known| known.steps(checklist).contains(&step)) {
                state.route = Route::Assess(id, Some(step));
                return vec![];
            }
            // It is here and does not ask this, such as a pair of the know-do check.
            id
        }
        elsewhere => {
            state.route = elsewhere;
            return vec![];
        }
    };
    let step = state
        .assessment(id)
        .and_then(|assessment| assessment.first_open(checklist));
    let to = step.map_or(Route::Results(id), |step| Route::Assess(id, Some(step)));
    effects.push(Effect::Replace(to));
    effects
}

fn chose_first(
    state: &mut State,
    checklist: &Checklist,
    question: QuestionId,
    choice: Choice,
    inputs: Inputs,
) -> Vec<Effect> {
    let standing = state.draft.filter(|id| state.assessments.contains_key(id));
    let id = standing.unwrap_or_else(|| begin(state, checklist, inputs));
    state.draft = Some(id);
    edited(state, checklist, id, Edit::Chose(question, choice), inputs.now)
}

pub(super) fn edited(
    state: &mut State,
    checklist: &Checklist,
    id: AssessmentId,
    edit: Edit,
    now: Moment,
) -> Vec<Effect> {
    let example = state.example.as_deref_mut().filter(|example| example.id == id);
    let Some(assessment) = state.assessments.get_mut(&id).or(example) else {
        return vec![];
    };
    if let Edit::Chose(QuestionId::Anchored(_), _) = edit {
        state.pace = match state.pace {
            Some(pace) if pace.id == id => Some(Pace { last: now, ..pace }),
            _ if assessment.answers.is_empty() => Some(Pace {
                id,
                first: now,
                last: now,
            }),
            other => other,
        };
    }
    let edit = with_reason(&mut state.reason, assessment, edit);
    let answers = matches!(edit, Edit::Chose(..) | Edit::GaveReason(..));
    if answers && assessment.first_open(checklist).is_some() {
        assessment.answered = assessment.answered.max(Some(now));
    }
    apply(assessment, edit, now);
    persist::save(state, id)
}

/// A choice that slipped, or an answer that was cleared, loses no reason: it is there again with "does not apply".
fn with_reason(aside: &mut Option<ReasonAside>, assessment: &Assessment, edit: Edit) -> Edit {
    let (question, choice) = match edit {
        Edit::Chose(question, choice) => (question, Some(choice)),
        Edit::TookBack(question) => (question, None),
        _ => return edit,
    };
    match (choice, assessment.answer(question)) {
        (Some(Choice::NotApplicable), Some(Answer::NotApplicable(_))) => edit,
        (Some(Choice::NotApplicable), _) => {
            let back = aside.take_if(|aside| (aside.id, aside.question) == (assessment.id, question));
            back.map_or(edit, |back| Edit::GaveReason(question, back.reason))
        }
        (_, Some(Answer::NotApplicable(reason))) if !reason.is_empty() => {
            *aside = Some(ReasonAside {
                id: assessment.id,
                question,
                reason: reason.clone(),
            });
            edit
        }
        _ => edit,
    }
}

fn apply(assessment: &mut Assessment, edit: Edit, now: Moment) {
    let revision = assessment.edit(now);
    match edit {
        Edit::Chose(question, choice) => {
            let answer = choice.answer(assessment.answer(question));
            assessment
                .answers
                .insert(question, Stamped::new(Some(answer), revision));
        }
        Edit::TookBack(question) => {
            assessment.answers.insert(question, Stamped::new(None, revision));
        }
        Edit::GaveReason(question, reason) => {
            let answer = Some(Answer::NotApplicable(reason));
            assessment
                .answers
                .insert(question, Stamped::new(answer, revision));
        }
        Edit::WroteNote(area, note) => {
            assessment.notes.insert(area, Stamped::new(note, revision));
        }
        Edit::ChoseDepth(depth) => assessment.depth = Stamped::new(depth, revision),
        Edit::ChoseKnowDo(know_do) => assessment.know_do = Stamped::new(know_do, revision),
        Edit::NamedSubject(subject) => assessment.subject = Stamped::new(subject, revision),
        Edit::SetDay(day) => assessment.day = Stamped::new(day, revision),
        Edit::WrotePlan(which, text) => *assessment.plan.text_mut(which) = Stamped::new(text, revision),
        Edit::SetPlanDay(which, day) => *assessment.plan.day_mut(which) = Stamped::new(day, revision),
        Edit::ChoseStatus(status) => assessment.plan.status = Stamped::new(status, revision),
        Edit::ChoseArea(chosen) => assessment.plan.chosen = Stamped::new(Some(chosen), revision),
    }
}

pub(super) fn delete(state: &mut State, keys: &[Key]) -> Vec<Effect> {
    let mut undo = Undo::default();
    for key in keys {
        match key {
            Key::Assessment(id) => undo.assessments.extend(state.assessments.remove(id)),
            Key::Settings => undo.settings = state.settings.take(),
            Key::Backup if state.backup != Backup::NEVER => {
                undo.backup = Some(std::mem::replace(&mut state.backup, Backup::NEVER));
            }
            _ => {}
        }
        let raw = state.raw_records.remove(key);
        undo.raw_records.extend(raw.map(|raw| (key.clone(), raw)));
    }
    if undo.is_empty() {
        return vec![];
    }
    let mut effects = Vec::new();
    if undo.settings.is_some() {
        effects.push(Effect::Paint(state.preferences().theme));
    }
    state.undo = undo.after(std::mem::take(&mut state.undo));
    state.draft = state.draft.filter(|id| state.assessments.contains_key(id));
    effects.extend(keys.iter().cloned().map(Effect::Remove));
    effects
}

/// Brings back what is gone. What was made of it since, here or in another window, stays.
fn undo(state: &mut State, records: Records) -> Vec<Effect> {
    let back = std::mem::take(&mut state.undo);
    let mut effects = Vec::new();
    for (key, raw) in back.raw_records {
        if !state.raw_records.contains_key(&key) {
            effects.extend(import::put_back(state, key, raw));
        }
    }
    for assessment in back.assessments {
        let id = assessment.id;
        persist::merge(state, assessment);
        effects.extend(persist::save(state, id));
    }
    if back.settings.is_some() && state.settings.is_none() {
        effects.extend(persist::choose(state, back.settings));
    }
    if let Some(backup) = back.backup.filter(|_| state.backup == Backup::NEVER) {
        effects.extend(export::remember(state, backup));
    }
    effects.extend((records.leave)(state, back.arrived));
    effects
}

fn stored_elsewhere(state: &mut State, key: Key, text: Option<String>, ingest: Ingest) -> Vec<Effect> {
    match (key, text) {
        (Key::Early, _) => vec![],
        (key, Some(text)) => ingest(state, &key, &text),
        (key, None) => {
            // The window that deleted it can undo it; this one only stops showing it.
            state.raw_records.remove(&key);
            match key {
                Key::Assessment(id) => {
                    state.assessments.remove(&id);
                    vec![]
                }
                Key::Settings => persist::choose(state, None),
                Key::Backup => {
                    state.backup = Backup::NEVER;
                    vec![]
                }
                _ => vec![],
            }
        }
    }
}

fn wrote(state: &mut State, key: &Key, result: Result<(), WriteError>) -> Vec<Effect> {
    // Nothing that a person made is lost without it.
    if *key == Key::Backup {
        return vec![];
    }
    state.save = match (state.storage, result) {
        (StorageState::Blocked, _) => SaveState::InMemory,
        (StorageState::Working, Ok(())) => SaveState::Saved,
        (StorageState::Working, Err(error)) => SaveState::Failed(error),
    };
    let adopted = state.early.is_some_and(|id| *key == Key::Assessment(id));
    if adopted && result.is_ok() {
        state.early = None;
        return vec![Effect::Remove(Key::Early)];
    }
    vec![]
}
