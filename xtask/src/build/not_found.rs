//! The page of an address that nobody knows.

use super::languages::Language;
use super::output::Values;
use super::{policy, read_text, template};
use crate::project::Project;
use anyhow::{Context, Result};

/// The page for addresses that lead nowhere, under the name that GitHub Pages, Netlify and Cloudflare Pages look for.
pub const NAME: &str = "404.html";

/// What the page of an unknown address says in one language.
const SAID_THERE: &str = "<main lang=\"{{lang}}\" dir=\"{{dir}}\">
<h1>{{missing_title}}</h1>
<p>{{missing_lead}}</p>
<p><a href=\"{{home}}\">{{missing_home}}</a></p>
</main>";

/// What hosts show for an address that they do not know: it leads back into the app, and says so in every language.
pub fn page(project: &Project, base: Option<&str>, pages: &[(&Language, Values)]) -> Result<String> {
    let template = read_text(&project.root().join(NAME))?;
    let (_, original) = pages.first().context("no language")?;
    let mut values = original.clone();
    let home = base.unwrap_or("/");
    let said = pages.iter().map(|(language, values)| {
        let home = Values::from([("home".to_owned(), format!("{home}{}", language.folder()))]);
        template::fill(SAID_THERE, &values.clone().into_iter().chain(home).collect())
    });
    let said = said.collect::<Result<Vec<_>>>()?.join("\n");
    values.insert("base".to_owned(), base.unwrap_or_default().to_owned());
    values.insert("said".to_owned(), said);
    values.insert("policy".to_owned(), String::new());
    let policy = policy::for_page(&template::fill(&template, &values)?);
    values.insert("policy".to_owned(), policy);
    template::fill(&template, &values)
}
