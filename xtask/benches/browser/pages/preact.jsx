// The twelve questions as a page of components, one question at a time. QUESTIONS is put in by the benchmark.
import { h, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const stored = () => QUESTIONS.map(({ name }) => localStorage.getItem(`plain/${name}`));
const here = () => location.hash === "#result" ? QUESTIONS.length : Math.max(1, Number(location.hash.slice(1))) - 1;
const address = (place) => place < QUESTIONS.length ? `#${place + 1}` : "#result";

const Option = ({ name, value, mark, text, checked, choose }) => (
  <label class={value === "0" ? "option option-other" : "option"}>
    <input type="radio" name={name} value={value} checked={checked} onChange={() => choose(value)} />
    <span aria-hidden="true" class="option-number">{mark}</span>
    <span class="option-text">{text}</span>
  </label>
);

const Question = ({ place, given, choose }) => {
  const { name, prompt, options } = QUESTIONS[place];
  return (
    <section class="card first-question">
      <h1 class="eyebrow" tabIndex={-1}>Question {place + 1} of {QUESTIONS.length}</h1>
      <fieldset class="question">
        <legend class="question-prompt">{prompt}</legend>
        <div class="options">
          {options.map((option) => (
            <Option key={name + option.value} name={name} {...option} checked={option.value === given} choose={choose} />
          ))}
        </div>
      </fieldset>
      <div class="card-foot">
        <a class="button" href={address(place + 1)}>{place + 1 < QUESTIONS.length ? "Next question" : "See the result"}</a>
        <p class="first-status">{given === null ? "" : "Kept in this browser."}</p>
      </div>
    </section>
  );
};

const Result = ({ answers }) => {
  const levels = answers.map(Number).filter((level) => level > 0);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return (
    <article class="results prose">
      <h1 tabIndex={-1}>Your result</h1>
      <p class="lead">{mean.toFixed(1)} of 5, from {Math.min(...levels)} to {Math.max(...levels)}</p>
      <svg viewBox="0 0 300 240" role="img" aria-label="A bar for each question">
        {answers.map((level, place) => (
          <rect x="0" y={place * 20} width={level * 60} height="14" fill="currentColor" />
        ))}
      </svg>
      <ol>{QUESTIONS.map(({ prompt }, place) => <li>{prompt} <b>{Number(answers[place]) || "?"}</b></li>)}</ol>
    </article>
  );
};

const Page = () => {
  const [place, turn] = useState(here);
  const [answers, keep] = useState(stored);
  const first = useRef(true);
  useEffect(() => {
    const moved = () => turn(here());
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  useEffect(() => {
    if (!first.current) document.querySelector("h1").focus();
    first.current = false;
  }, [place]);
  const choose = (value) => {
    localStorage.setItem(`plain/${QUESTIONS[place].name}`, value);
    keep((before) => before.with(place, value));
  };
  const done = place === QUESTIONS.length;
  return (
    <main class="page">
      {done ? <Result answers={answers} /> :
        <div class="home"><Question key={place} place={place} given={answers[place]} choose={choose} /></div>}
    </main>
  );
};

render(<Page />, document.body);
