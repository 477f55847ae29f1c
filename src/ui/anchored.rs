//! Text that others may wrap: a browser's translator puts elements around each text, and its node is then no longer in the page. A change
//! written to that node is seen by nobody, and what is to be put in front of it has no place.
//!
//! Once the page is seen to be changed so, every text is drawn in an element of its own that is replaced together with it: keyed by its
//! value. The macro `html!` of [`super::prelude`] does that to whatever is drawn, so no component has to remember it, and a page that nobody
//! changes has no more elements than it needs.

use std::cell::Cell;
use std::rc::Rc;
use yew::virtual_dom::{Key, VNode, VTag};

/// What the keys of such elements begin with; no other key does.
const MARK: &str = "text ";

thread_local! {
    static ANCHORED: Cell<bool> = const { Cell::new(false) };
}

/// From now on, whatever is drawn has its texts in elements of their own. What stands has to be drawn afresh.
pub fn begin() {
    ANCHORED.set(true);
}

/// `html!` as Yew has it, with its texts in elements of their own where others change the page.
macro_rules! html {
    ($($markup:tt)*) => { $crate::ui::anchored::anchored(::yew::html! { $($markup)* }) };
}
pub(crate) use html;

/// What is drawn for `node`.
#[inline(never)]
pub fn anchored(mut node: VNode) -> VNode {
    if ANCHORED.get() {
        anchor(&mut node, "span", 0);
    }
    node
}

/// What is shared with another tree was anchored when it was drawn for the first time.
fn anchor(node: &mut VNode, name: &'static str, place: usize) {
    match node {
        VNode::VText(text) if text.text.bytes().any(says_something) => {
            let mut element = VTag::new(name);
            // Siblings may say the same.
            element.key = Some(Key::from([MARK, &place.to_string(), " ", &text.text].concat()));
            element.add_child(text.clone().into());
            *node = VNode::from(element);
        }
        VNode::VTag(tag) if !is_anchor(tag) => {
            let inner = match tag.tag() {
                // Nothing but text may be in them.
                "option" | "textarea" | "title" | "desc" => return,
                "svg" | "g" | "text" | "tspan" => "tspan",
                _ => "span",
            };
            if let Some(children) = Rc::get_mut(tag).and_then(VTag::children_mut) {
                anchor(children, inner, 0);
            }
        }
        VNode::VList(list) => {
            let children = Rc::get_mut(list).into_iter().flat_map(|list| list.iter_mut());
            for (place, child) in children.enumerate() {
                anchor(child, name, place);
            }
        }
        _ => {}
    }
}

/// Spaces and points stay where they are; whatever is beyond ASCII may be a letter.
fn says_something(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// Whether it is an element of ours: what is drawn within something else that is drawn comes here twice.
fn is_anchor(tag: &VTag) -> bool {
    tag.key.as_ref().is_some_and(|key| key.starts_with(MARK))
}

#[cfg(test)]
mod tests {
    use super::anchor;
    use crate::ui::prelude::*;

    fn anchored(mut node: Html) -> Html {
        anchor(&mut node, "span", 0);
        node
    }

    /// As it is in the page.
    fn page(node: &Html) -> String {
        crate::ui::testing::rendered(node.clone())
    }

    #[test]
    fn every_text_that_says_something_is_in_an_element_of_its_own() {
        let drawn = anchored(html! {
            <div>
                <p>{ "Area" }{ " " }<b>{ 2 }</b>{ " · " }</p>
                { anchored(html! { <i>{ "inner" }</i> }) }
                <select><option>{ "one" }</option></select>
                <svg><title>{ "seen" }</title><text>{ "4" }</text></svg>
            </div>
        });
        assert_eq!(
            page(&drawn),
            "<div><p><span>Area</span> <b><span>2</span></b><span> · </span></p><i><span>inner</span></i><select><option>one</option></select>\
             <svg><title>seen</title><text><tspan>4</tspan></text></svg></div>"
        );
    }

    #[test]
    fn another_text_is_another_element() {
        let key = |text: &str| match anchored(html! { { text.to_owned() } }) {
            Html::VTag(tag) => tag.key.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(key("Area 2"), key("Area 2"));
        assert_ne!(key("Area 2"), key("Area 3"));
        let Html::VList(twice) = anchored(html! { <>{ "same" }{ "same" }</> }) else {
            panic!("no list")
        };
        assert_ne!(twice[0].key(), twice[1].key());
    }
}
