import './interview.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import type { Voice } from '../shared/voice.ts';
import { type Asked, QuestionForm } from './question-form.tsx';

interface QuestionScreenProps {
  question: Asked;
  voice: Voice<'interview'>;
  /** What is known so far, above the question. */
  known?: ComponentChildren;
  canGoBack: boolean;
  onAnswer: (answer: string) => void;
  onBack: () => void;
}

/** One question and nothing else. The result is the popup's own head, so it is not shown here. */
export function QuestionScreen({ question, voice, known, canGoBack, onAnswer, onBack }: QuestionScreenProps) {
  const place = useRef<HTMLElement>(null);
  // Reading goes on at the new question; on opening, the focus stays where the user left it.
  const before = useRef(question.id);
  const isFirst = before.current === question.id;
  useEffect(() => {
    if (before.current !== question.id) place.current?.querySelector<HTMLElement>('[data-start]')?.focus();
    before.current = question.id;
  }, [question.id]);
  return (
    <section class="interview" data-question={question.id} ref={place}>
      {known}
      <QuestionForm key={question.id} question={question} voice={voice} replaced={!isFirst} onAnswer={onAnswer} />
      {canGoBack && (
        <Button kind="plain" onPress={onBack}>
          <Icon name="back" />
          {voice.interview('back')}
        </Button>
      )}
    </section>
  );
}
