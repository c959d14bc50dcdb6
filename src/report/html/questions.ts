// Section “Open questions”: the answers that would change the report most, each with the lines to paste.

import type { Assessment, OpenQuestion } from '../../model/assessment.ts';
import { toClipped } from '../escape.ts';
import { counted, movesWords, sentence } from '../wording.ts';
import { anchor } from './links.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { prose } from './text.ts';

const FIRST = 5;
const LONGEST_LINE = 200;
const NUMBERS: readonly string[] = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

/** Five first, the others in a disclosure. */
export function questionsSection(page: Page, { questions }: Assessment): Section {
  return {
    id: 'questions',
    title: 'Open questions',
    kind: 'what nobody has said yet',
    body: questions.length === 0 ? NONE : [firstOnes(page, questions.slice(0, FIRST)), furtherOnes(page, questions.slice(FIRST))],
  };
}

const NONE: Markup = html`<p class="intro">No answer from outside would change a verdict of this report.</p>`;

function firstOnes(page: Page, questions: readonly OpenQuestion[]): Markup {
  const answers = questions.length === 1 ? 'answer' : 'answers';
  const title = `${NUMBERS[questions.length] ?? ''} ${answers} that would change this report most`;
  return html`<h3 class="lead">${title}</h3><ol class="ask">${questions.map((question) => item(page, question))}</ol>`;
}

function furtherOnes(page: Page, questions: readonly OpenQuestion[]): Insert {
  if (questions.length === 0) return false;
  const count = counted(questions.length, 'further question', 'further questions');
  const items = questions.map((question) => item(page, question));
  return html`<details class="more"><summary>${count}</summary><ol class="ask">${items}</ol></details>`;
}

function item(page: Page, asked: OpenQuestion): Markup {
  const { id, question, paste } = asked;
  return html`<li${anchor(page, 'question', id)}><p><b>${prose(sentence(question))}</b> ${prose(movesWords(asked))}</p>
      ${paste !== '' && pasteBlock(paste)}</li>`;
}

// One line a block line: a line break in what we propose is ours and stays; any other control character is shown by the escape.
function pasteBlock(paste: string): Markup {
  const lines = paste.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${toClipped(line, LONGEST_LINE)}`);
  return html`<code class="cmd">${lines}</code>`;
}
