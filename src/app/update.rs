//! What each action does to the state, and what it asks of the browser.

use super::action::{Action, Copied, Edit};
use super::effect::Effect;
use super::persist;
use super::route::Route;
use super::state::{AsideReason, Pace, SaveState, Stage, State, StorageState, Undo, WriteError};
use super::{take_in, take_out};
use crate::domain::answer::{Answer, Choice};
use crate::domain::assessment::{Assessment, AssessmentId};
use crate::domain::calendar::{Day, Moment};
use crate::domain::checklist::{Checklist, Step};
use crate::domain::history::tidy_name;
use crate::domain::question::QuestionId;
use crate::domain::record::{Backup, Key, Settings, write_assessment, write_backup, write_settings};
use crate::domain::stamp::Stamped;

/// What changes between two runs and therefore comes in as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
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

/// Applies an action.
pub fn update(state: &mut State, checklist: &Checklist, action: Action, around: Surroundings) -> Vec<Effect> {
    match action {
        Action::Booted { entries, storage } => boot(state, checklist, entries, storage, around),
        Action::Moved(route) => move_to(state, checklist, route, around),
        Action::Later(part, later) => {
            state.set_later(part, later);
            vec![]
        }
        // Until the records are here the page itself keeps an answer, and hands it over with them.
        Action::ChoseFirst(..) if state.stage == Stage::Prerendered => vec![],
        Action::ChoseFirst(question, choice) => chose_first(state, checklist, question, choice, around),
        Action::Edited(id, edit) => edited(state, id, edit, around.now),
        Action::Renamed(ids, subject) => {
            let subject = tidy_name(&subject);
            let name = |id| edited(state, id, Edit::NamedSubject(subject.clone()), around.now);
            ids.into_iter().flat_map(name).collect()
        }
        Action::MeantIt(id) => {
            if !state.meant.contains(&id) {
                state.meant.push(id);
            }
            vec![]
        }
        Action::Deleted(id) => delete(state, &[Key::Assessment(id)]),
        Action::DeletedRecord(key) => delete(state, &[key]),
        Action::DeletedEverything => delete_everything(state),
        Action::Undid => undo(state),
        Action::DismissedUndo => {
            let gone = std::mem::take(&mut state.undo);
            take_out::forget(state, &gone.assessments)
        }
        Action::ChosePalette(theme) => {
            let settings = Settings {
                theme,
                ..state.preferences()
            };
            choose(state, Some(settings))
        }
        Action::SwitchedDigitKeys(digit_keys) => {
            let settings = Settings {
                digit_keys,
                ..state.preferences()
            };
            choose(state, Some(settings))
        }
        Action::StoredElsewhere { key, text } => stored_elsewhere(state, &key, text),
        Action::Wrote(key, result) => wrote(state, &key, result),
        Action::AskedForFile(key) => file(state, &key).into_iter().collect(),
        Action::AskedForEverything => {
            let text = take_out::everything(state, checklist, around.now);
            let name = take_out::EVERYTHING.to_owned();
            take_out::took_out(state, name, text, Copied::Everything, around.now)
        }
        Action::TookOut { name, text, copy } => take_out::took_out(state, name, text, copy, around.now),
        Action::TookIn { records, continued } => take_in::took_in(state, &records, continued, around.now),
        Action::Kept(key, text) => {
            persist::keep(state, &key, &text, AsideReason::OfWorkshop);
            vec![Effect::Write(key, text)]
        }
        Action::DismissedReminder => take_out::dismissed(state, around.now),
    }
}

fn boot(
    state: &mut State,
    checklist: &Checklist,
    entries: Vec<(String, String)>,
    storage: StorageState,
    around: Surroundings,
) -> Vec<Effect> {
    state.stage = Stage::Ready;
    state.storage = storage;
    // Copies first, so that a damaged record that already has one is not copied again.
    let copy = |(key, _): &(String, String)| matches!(key.parse(), Ok(Key::Quarantine(_)));
    let (copies, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(copy);
    let mut effects = Vec::new();
    for (key, text) in copies.into_iter().chain(others) {
        match key.parse() {
            Ok(Key::Early) => effects.extend(adopt(state, checklist, &text, around)),
            Ok(key) => effects.extend(persist::absorb(state, &key, &text)),
            Err(_) => {}
        }
    }
    effects
}

/// Takes over the answer that the page's inline script kept before the application had started.
fn adopt(state: &mut State, checklist: &Checklist, text: &str, around: Surroundings) -> Vec<Effect> {
    let first = checklist.areas.first().map(|area| QuestionId::Anchored(area.id));
    match (first, Choice::from_code(text)) {
        (Some(question), Some(choice)) => {
            let effects = chose_first(state, checklist, question, choice, around);
            state.early = state.draft;
            effects
        }
        _ => persist::refuse(state, &Key::Early, text),
    }
}

fn begin(state: &mut State, checklist: &Checklist, around: Surroundings) -> AssessmentId {
    let assessment = Assessment::new(around.fresh, checklist.version, around.now);
    state.assessments.insert(around.fresh, assessment);
    around.fresh
}

/// Begins an assessment as another one was set up, with a look back at its answers; none of them is taken over.
///
/// One that was begun so before and is still without an answer is gone on with instead.
fn begin_next(
    state: &mut State,
    checklist: &Checklist,
    previous: AssessmentId,
    around: Surroundings,
) -> Option<(AssessmentId, Vec<Effect>)> {
    let model = state.assessment(previous)?.clone();
    let begun = state.blank_after(previous);
    let id = begun.unwrap_or_else(|| begin(state, checklist, around));
    let assessment = state.assessments.get_mut(&id)?;
    let revision = assessment.edit(around.now);
    assessment.day = Stamped::new(Some(around.today), revision);
    if begun.is_none() {
        assessment.previous = Stamped::new(Some(previous), revision);
        assessment.subject = Stamped::new(model.subject.value, revision);
        assessment.depth = Stamped::new(model.depth.value, revision);
        assessment.know_do = Stamped::new(model.know_do.value, revision);
    }
    Some((id, persist::save(state, id)))
}

fn move_to(state: &mut State, checklist: &Checklist, route: Route, around: Surroundings) -> Vec<Effect> {
    let left_off = |state: &State| {
        let draft = state.draft.and_then(|id| state.assessment(id));
        draft
            .or_else(|| state.unfinished(checklist))
            .map(|assessment| assessment.id)
    };
    let held = match &route {
        Route::Results(id) | Route::Plan(id) | Route::Next(id) => state.held(*id),
        Route::Compare(from, to) => state.held(*from).or_else(|| state.held(*to)),
        _ => None,
    };
    if let Some(join) = held {
        return vec![Effect::Replace(join)];
    }
    let mut effects = vec![];
    let id = match route {
        Route::Next(previous) => match begin_next(state, checklist, previous, around) {
            Some((id, saved)) => {
                effects = saved;
                id
            }
            None => {
                state.route = route;
                return effects;
            }
        },
        Route::Continue => left_off(state).unwrap_or_else(|| begin(state, checklist, around)),
        Route::New => begin(state, checklist, around),
        // Its first open step gets an address of its own, so that an answer does not turn the page.
        Route::Assess(id, None) if state.assessments.contains_key(&id) => id,
        Route::Assess(id, Some(Step::Pair(pair))) => {
            state.route = Route::Assess(id, Some(checklist.step_of_pair(pair)));
            return vec![];
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
    around: Surroundings,
) -> Vec<Effect> {
    let standing = state.draft.filter(|id| state.assessments.contains_key(id));
    let id = standing.unwrap_or_else(|| begin(state, checklist, around));
    state.draft = Some(id);
    edited(state, id, Edit::Chose(question, choice), around.now)
}

fn edited(state: &mut State, id: AssessmentId, edit: Edit, now: Moment) -> Vec<Effect> {
    let Some(assessment) = state.assessments.get_mut(&id) else {
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
    apply(assessment, edit, now);
    if state.aside.contains_key(&Key::Assessment(id)) {
        state.save = SaveState::Failed(WriteError::Newer);
        return vec![];
    }
    persist::save(state, id)
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

fn delete(state: &mut State, keys: &[Key]) -> Vec<Effect> {
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
        let aside = state.aside.remove(key);
        undo.aside.extend(aside.map(|aside| (key.clone(), aside)));
    }
    if undo.is_empty() {
        return vec![];
    }
    let mut effects = Vec::new();
    if undo.settings.is_some() {
        effects.push(Effect::Paint(state.preferences().theme));
    }
    state.undo = undo;
    state.draft = state.draft.filter(|id| state.assessments.contains_key(id));
    effects.extend(keys.iter().cloned().map(Effect::Remove));
    effects
}

fn delete_everything(state: &mut State) -> Vec<Effect> {
    let assessments = state.assessments.keys().copied().map(Key::Assessment);
    let mut keys: Vec<_> = assessments.chain(state.aside.keys().cloned()).collect();
    for single in [Key::Settings, Key::Backup] {
        if !keys.contains(&single) {
            keys.push(single);
        }
    }
    let mut effects = delete(state, &keys);
    effects.push(Effect::Remove(Key::Early));
    effects
}

fn undo(state: &mut State) -> Vec<Effect> {
    let back = std::mem::take(&mut state.undo);
    let mut effects = Vec::new();
    for (key, aside) in back.aside {
        effects.push(Effect::Write(key.clone(), aside.text.clone()));
        state.aside.insert(key, aside);
    }
    for assessment in back.assessments {
        let id = assessment.id;
        state.assessments.insert(id, assessment);
        effects.extend(persist::save(state, id));
    }
    if back.settings.is_some() {
        effects.extend(choose(state, back.settings));
    }
    if let Some(backup) = back.backup {
        effects.extend(take_out::remember(state, backup));
    }
    effects.extend(take_in::undo(state, back.arrived));
    effects
}

/// A choice holds at once; it is stored unless a later version's choices stand there.
pub(super) fn choose(state: &mut State, settings: Option<Settings>) -> Vec<Effect> {
    state.settings = settings;
    let mut effects = vec![Effect::Paint(state.preferences().theme)];
    let newer = state.aside.contains_key(&Key::Settings);
    let stored = settings.filter(|_| !newer);
    effects.extend(stored.map(|settings| Effect::Write(Key::Settings, write_settings(settings))));
    effects
}

fn stored_elsewhere(state: &mut State, key: &str, text: Option<String>) -> Vec<Effect> {
    match (key.parse(), text) {
        (Ok(Key::Early) | Err(_), _) => vec![],
        (Ok(key), Some(text)) => persist::absorb(state, &key, &text),
        (Ok(key), None) => {
            // The window that deleted it can undo it; this one only stops showing it.
            state.aside.remove(&key);
            match key {
                Key::Assessment(id) => {
                    state.assessments.remove(&id);
                    vec![]
                }
                Key::Settings => choose(state, None),
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

fn file(state: &State, key: &Key) -> Option<Effect> {
    let name = format!("{}.json", key.to_string().replace('/', "-"));
    let text = match key {
        Key::Assessment(id) if state.assessments.contains_key(id) => write_assessment(state.assessment(*id)?),
        Key::Settings if state.settings.is_some() => write_settings(state.preferences()),
        Key::Backup => write_backup(&state.backup),
        _ => state.aside.get(key)?.text.clone(),
    };
    Some(Effect::Download { name, text })
}
