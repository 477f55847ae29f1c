//! A map of nodes in tiers, with lines from each to what it opens. The nodes are buttons, the lines a picture behind them.
//!
//! The lines are drawn twice, for columns and for rows, and the style sheet shows one of them: the policy forbids style
//! attributes, so no node can be told its place, and no script has to measure anything.

mod geometry;

pub use geometry::Place;

use crate::ui::prelude::*;
use geometry::{Curve, Layout};

/// What a node is to the chosen one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Nothing, or nothing is chosen.
    None,
    /// It is the chosen one.
    Chosen,
    /// It is opened next.
    Opened,
    /// It feeds it.
    Feeding,
    /// Both ways.
    Both,
}

/// A node.
pub struct MapNode {
    /// The number that it goes by everywhere.
    pub number: u8,
    /// Its full name.
    pub name: AttrValue,
    /// The same, for little room.
    pub short: AttrValue,
    /// What it is to the chosen one.
    pub tie: Tie,
    /// Chooses it.
    pub onclick: Callback<MouseEvent>,
}

/// A tier and its nodes.
pub struct MapTier {
    /// What it does for the others.
    pub name: AttrValue,
    /// Its nodes, in their order.
    pub nodes: Vec<MapNode>,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapLink {
    /// The node that helps.
    pub source: Place,
    /// The node that it helps.
    pub target: Place,
    /// [`Tie::Opened`] from the chosen node, [`Tie::Feeding`] to it, else nothing.
    pub tie: Tie,
}

/// The map. The table has the same links.
pub fn influence(label: &AttrValue, tiers: &[MapTier], links: &[MapLink], table: Html) -> Html {
    html! {
        <figure class="chart influence">
            <div class="influence-field" role="group" aria-label={label}>
                { lines(Layout::Columns, tiers, links) }
                { lines(Layout::Rows, tiers, links) }
                { for tiers.iter().map(tier) }
            </div>
            { table }
        </figure>
    }
}

/// Lines of the chosen node come last, on top of the others.
fn lines(layout: Layout, tiers: &[MapTier], links: &[MapLink]) -> Html {
    let class = match layout {
        Layout::Columns => "influence-lines influence-columns",
        Layout::Rows => "influence-lines influence-rows",
    };
    let before = |tier: u8| {
        let above = tiers.iter().take(tier.into());
        above.fold(0_u8, |rows, tier| {
            rows + u8::try_from(tier.nodes.len().div_ceil(4)).unwrap_or(0)
        })
    };
    let line = |link: &MapLink| {
        let curve = Curve::between(layout, link.source, link.target, before);
        let (class, end) = match link.tie {
            Tie::Opened => ("influence-line influence-opens", "influence-end influence-opens"),
            Tie::Feeding => ("influence-line influence-feeds", "influence-end influence-feeds"),
            Tie::None | Tie::Chosen | Tie::Both => {
                return html! { <path class="influence-line" d={curve.path()} /> };
            }
        };
        html! { <><path {class} d={curve.path()} /><path class={end} d={curve.end()} /></> }
    };
    let (plain, tied): (Vec<&MapLink>, Vec<_>) = links.iter().partition(|link| link.tie == Tie::None);
    html! {
        <svg {class} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            { for plain.into_iter().chain(tied).map(line) }
        </svg>
    }
}

fn tier(tier: &MapTier) -> Html {
    html! {
        <div class="influence-tier" role="group" aria-label={&tier.name}>
            <p class="influence-name">{ &tier.name }</p>
            <ol>{ for tier.nodes.iter().map(node) }</ol>
        </div>
    }
}

fn node(node: &MapNode) -> Html {
    let class = match node.tie {
        Tie::None => "influence-node",
        Tie::Chosen => "influence-node influence-chosen",
        Tie::Opened => "influence-node influence-opened",
        Tie::Feeding => "influence-node influence-feeding",
        Tie::Both => "influence-node influence-opened influence-feeding",
    };
    let pressed = if node.tie == Tie::Chosen { "true" } else { "false" };
    html! {
        <li>
            <button type="button" {class} aria-pressed={pressed} onclick={node.onclick.clone()}>
                <b>{ node.number }</b>
                <span class="influence-full">{ &node.name }</span>
                <span class="influence-short">{ &node.short }</span>
            </button>
        </li>
    }
}

#[cfg(test)]
#[cfg(feature = "prerender")]
mod tests {
    use super::*;
    use crate::ui::charts::testing::{assert_has_a_table, count, rendered, small_table};

    fn drawn() -> String {
        let node = |number, tie| MapNode {
            number,
            name: format!("Area {number}").into(),
            short: format!("A {number}").into(),
            tie,
            onclick: Callback::noop(),
        };
        let tier = |nodes| MapTier {
            name: "Tier".into(),
            nodes,
        };
        let place = |tier, slot, of| Place { tier, slot, of };
        let link = |source, target, tie| MapLink { source, target, tie };
        let (one, two, three) = (place(0, 0, 1), place(1, 0, 2), place(1, 1, 2));
        rendered({
            let tiers = [
                tier(vec![node(1, Tie::Chosen)]),
                tier(vec![node(2, Tie::Opened), node(3, Tie::None)]),
            ];
            let links = [link(one, two, Tie::Opened), link(three, two, Tie::None)];
            influence(&"The map".into(), &tiers, &links, small_table())
        })
    }

    #[test]
    fn every_node_is_a_button_and_one_is_chosen() {
        let markup = drawn();
        assert_eq!(count(&markup, "<button type=\"button\""), 3);
        assert_eq!(count(&markup, "aria-pressed=\"true\""), 1);
        assert!(
            markup.contains(">Area 1</span>") && markup.contains(">A 1</span>"),
            "{markup}"
        );
        assert!(!markup.contains("style=") && !markup.contains("NaN"));
        assert_has_a_table(&markup);
    }

    #[test]
    fn every_link_is_drawn_in_both_layouts_and_the_chosen_ones_last_with_a_dot() {
        let markup = drawn();
        assert_eq!(count(&markup, "class=\"influence-line"), 2 + 4);
        assert_eq!(count(&markup, "class=\"influence-end influence-opens\""), 2);
        let plain = markup.find("class=\"influence-line\"");
        let opens = markup.find("class=\"influence-line influence-opens\"");
        assert!(plain < opens, "{markup}");
    }
}
