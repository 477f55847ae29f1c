//! The twelve questions in each language, as the pages beside the app ask them.

use crate::harness::workshops::checklist;
use anyhow::{Context, Result};
use serde::Serialize;
use std::{fmt::Write as _, fs};
use xtask::project::Project;

/// One question of an area.
#[derive(Debug, Serialize)]
pub struct Question {
    name: String,
    prompt: String,
    options: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    mark: String,
    text: String,
}

/// All of them, in the checklist's order.
pub fn questions(language: &str) -> Result<Vec<Question>> {
    let file = Project::find().root().join(format!("assets/{language}.toml"));
    let words: toml::Table = toml::from_str(&fs::read_to_string(file)?)?;
    let cannot_tell = word(&words, &["text", "assess", "cannot_tell"])?;
    let mut questions = Vec::new();
    for area in checklist()?.areas {
        let name = area.id.to_string();
        let anchors = at(&words, &["areas", &name, "anchors"])?
            .as_array()
            .context("no anchors")?;
        let levels = anchors.iter().zip(1..).map(|(anchor, level)| Choice {
            value: level.to_string(),
            mark: level.to_string(),
            text: anchor.as_str().unwrap_or_default().to_owned(),
        });
        let other = Choice {
            value: "0".to_owned(),
            mark: "?".to_owned(),
            text: cannot_tell.clone(),
        };
        questions.push(Question {
            prompt: word(&words, &["areas", &name, "question"])?,
            options: levels.chain([other]).collect(),
            name,
        });
    }
    Ok(questions)
}

fn at<'a>(words: &'a toml::Table, path: &[&str]) -> Result<&'a toml::Value> {
    let (last, tables) = path.split_last().context("no path")?;
    let table = tables
        .iter()
        .try_fold(words, |table, name| table.get(*name)?.as_table());
    table
        .and_then(|table| table.get(*last))
        .with_context(|| format!("no word {}", path.join(".")))
}

fn word(words: &toml::Table, path: &[&str]) -> Result<String> {
    let word = at(words, path)?.as_str();
    word.map(str::to_owned)
        .with_context(|| format!("{} is no word", path.join(".")))
}

/// All of them as the app's own cards, in plain HTML.
pub fn cards(questions: &[Question]) -> String {
    let mut cards = String::new();
    for (question, place) in questions.iter().zip(1..) {
        let name = &question.name;
        let mut options = String::new();
        for Choice { value, mark, text } in &question.options {
            let other = if value == "0" { " option-other" } else { "" };
            let _ = write!(
                options,
                "<label class=\"option{other}\"><input type=\"radio\" name=\"{name}\" value=\"{value}\">\
                 <span aria-hidden=\"true\" class=\"option-number\">{mark}</span>\
                 <span class=\"option-text\">{}</span></label>",
                escaped(text)
            );
        }
        let _ = writeln!(
            cards,
            "<section class=\"card first-question\"><h2 class=\"eyebrow\">Question {place} of {}</h2>\
             <fieldset class=\"question\"><legend class=\"question-prompt\">{}</legend>\
             <div class=\"options\">{options}</div></fieldset></section>",
            questions.len(),
            escaped(&question.prompt)
        );
    }
    cards
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
