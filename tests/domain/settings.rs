//! The records of what a device prefers.

use oxymoron::domain::record::{
    DigitKeys, ReadError, Settings, TableForm, Theme, read_settings, read_table, write_settings, write_table,
};

fn check_settings(text: &str, expected: Result<Theme, ReadError>) {
    assert_eq!(
        read_settings(text).map(|settings| settings.theme),
        expected,
        "{text}"
    );
}

#[test]
fn settings() {
    for theme in Theme::ALL {
        for digit_keys in [DigitKeys::On, DigitKeys::Off] {
            let settings = Settings { theme, digit_keys };
            assert_eq!(read_settings(&write_settings(settings)), Ok(settings));
        }
    }
    let written = write_settings(Settings {
        theme: Theme::Light,
        ..Settings::DEFAULT
    });
    assert_eq!(
        written,
        r#"{"schema":1,"kind":"settings","id":"device","revision":0,"body":{"theme":"light","digit_keys":"on"}}"#
    );
    check_settings(&written.replace("\"theme\":\"light\",", ""), Ok(Theme::System));
    check_settings(&written.replace(",\"digit_keys\":\"on\"", ""), Ok(Theme::Light));
    check_settings(&written.replace("\"on\"", "true"), Err(ReadError::Damaged));
    check_settings(&written.replace("light", "purple"), Err(ReadError::Damaged));
    check_settings(
        &written.replace("\"schema\":1", "\"schema\":7"),
        Err(ReadError::Newer(7)),
    );
    check_settings(
        &written.replace("settings", "assessment"),
        Err(ReadError::Misplaced),
    );
    check_settings("dark", Err(ReadError::Damaged));
}

#[test]
fn the_form_of_tables() {
    for form in TableForm::ALL {
        assert_eq!(read_table(&write_table(form)), Ok(form));
        assert_eq!(TableForm::from_name(form.name()), Some(form));
    }
    assert_eq!(TableForm::ALL.map(TableForm::separator), [',', ';']);
    let written = write_table(TableForm::Semicolon);
    assert_eq!(
        written,
        r#"{"schema":1,"kind":"table","id":"device","revision":0,"body":{"cells":"semicolon"}}"#
    );
    let check = |from: &str, to: &str, error| assert_eq!(read_table(&written.replace(from, to)), Err(error));
    check("semicolon", "tab", ReadError::Damaged);
    check("\"cells\":\"semicolon\"", "", ReadError::Damaged);
    check("\"schema\":1", "\"schema\":2", ReadError::Newer(2));
    check(
        "\"kind\":\"table\"",
        "\"kind\":\"settings\"",
        ReadError::Misplaced,
    );
    for (half, form) in [
        ("0.5", TableForm::Comma),
        ("0,5", TableForm::Semicolon),
        ("٠٫٥", TableForm::Semicolon),
        ("", TableForm::Comma),
    ] {
        assert_eq!(TableForm::of_number_format(half), form, "{half}");
    }
}
