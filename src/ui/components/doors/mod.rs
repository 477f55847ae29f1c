//! The doors to one area: cards of the same size and weight, none better than the others.

use crate::app::text::Text;
use crate::app::words::AreaWord;
use crate::domain::doors::{Choosers, Door, all_at_the_top, candidates, lowest};
use crate::domain::plan::Chosen;
use crate::domain::question::AreaId;
use crate::domain::score::Scorecard;
use crate::ui::prelude::*;
use crate::ui::store::Store;

/// The name of a door.
pub fn name(store: &Store, door: Door) -> AttrValue {
    store.text(match door {
        Door::LowestScore => Text::PlanLowest,
        Door::MostEnergy => Text::PlanEnergy,
        Door::MostDisagreement => Text::PlanDisagreement,
        Door::Chance => Text::PlanChance,
    })
}

/// What the doors are drawn from, and where they lead.
pub struct Doors<'a> {
    /// Where the words come from.
    pub store: &'a Store,
    /// The scores that they sort the areas by.
    pub card: &'a Scorecard,
    /// Chooses an area through a door.
    pub choose: &'a dyn Fn(AreaId, Door) -> Callback<MouseEvent>,
    /// Lets chance choose.
    pub let_chance_choose: Callback<MouseEvent>,
}

impl Doors<'_> {
    /// The doors that are open to one person.
    pub fn list(&self) -> Html {
        html! { <ul class="doors">{ for Door::open_to(Choosers::OnePerson).map(|door| self.door(door)) }</ul> }
    }

    fn door(&self, door: Door) -> Html {
        let (text, action) = match door {
            Door::LowestScore if all_at_the_top(self.card) => (Text::PlanLowestTop, self.lowest_score()),
            Door::LowestScore => (Text::PlanLowestText, self.lowest_score()),
            Door::Chance => (Text::PlanChanceText, self.chance()),
            Door::MostEnergy => (Text::PlanEnergyText, self.energy()),
            // Nobody who is alone comes this far.
            Door::MostDisagreement => return Html::default(),
        };
        html! {
            <li class="card door">
                <h3>{ name(self.store, door) }</h3>
                <p>{ self.store.text(text) }</p>
                { action }
            </li>
        }
    }

    fn area(&self, area: AreaId) -> AttrValue {
        self.store.pack.words.area(area, AreaWord::Name).into()
    }

    /// One area, or all that tie.
    fn lowest_score(&self) -> Html {
        match *lowest(self.card) {
            [] => html! { <p class="hint">{ self.store.text(Text::PlanLowestNone) }</p> },
            [area] => {
                let label = self
                    .store
                    .fill(Text::PlanStartHere, &[("area", &self.area(area))]);
                let onclick = (self.choose)(area, Door::LowestScore);
                html! { <button type="button" class="button button-quiet" {onclick}>{ label }</button> }
            }
            ref tied => {
                let label = self
                    .store
                    .fill(Text::PlanLowestMany, &[("n", &tied.len().to_string())]);
                self.areas(label, tied, Door::LowestScore)
            }
        }
    }

    fn energy(&self) -> Html {
        let label = self.store.text(Text::PlanEnergyShow);
        self.areas(label, &candidates(self.card), Door::MostEnergy)
    }

    fn chance(&self) -> Html {
        let onclick = self.let_chance_choose.clone();
        html! {
            <button type="button" class="button button-quiet" {onclick}>{ self.store.text(Text::PlanChancePick) }</button>
        }
    }

    fn areas(&self, label: AttrValue, areas: &[AreaId], door: Door) -> Html {
        let item = |area: &AreaId| {
            let onclick = (self.choose)(*area, door);
            html! { <li><button type="button" class="link" {onclick}>{ self.area(*area) }</button></li> }
        };
        list(label, areas.iter().map(item).collect())
    }
}

/// Areas to choose from, behind a button that opens them.
pub fn list(label: AttrValue, areas: Vec<Html>) -> Html {
    html! {
        <details class="door-list">
            <summary class="button button-quiet">{ label }</summary>
            <ul>{ for areas }</ul>
        </details>
    }
}

/// "from level 2 to 3", or that the area does not apply; none where no level is known.
pub fn climb_in_short(store: &Store, chosen: Chosen, applies: bool) -> Option<AttrValue> {
    if !applies {
        return Some(store.text(Text::ResultsNotApplicable));
    }
    let [from, to] = [chosen.from?, chosen.to?].map(|level| level.number().to_string());
    Some(store.fill(Text::PlanClimbShort, &[("from", &from), ("to", &to)]))
}
