import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { QuestionScreen } from '../interview/question-screen.tsx';
import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import { Icon } from '../shared/icon.tsx';
import { AnswerHead, PageSaysLine } from './answer-head.tsx';
import { CausesScreen } from './causes-screen.tsx';
import { Chips, toStart } from './chips.tsx';
import { Doors, type Screen } from './doors.tsx';
import { Folds } from './folds.tsx';
import { type BoxText, limitText } from './limit-text.ts';
import { NowBox, ResultRow, ThenSteps } from './now-box.tsx';
import type { AnswerModel, PopupModel } from './popup-model.ts';
import type { PopupProps, Told } from './popup-props.ts';
import { ReadScreen } from './read-screen.tsx';
import { StateWords } from './state-words.tsx';

type Loaded = PopupProps & { model: PopupModel };

/** The answer to the case, or the screen behind an open door. Reading goes on at the title of what comes. */
export function Content(props: PopupProps) {
  const { model, view } = props;
  const [screen, setScreen] = useState<Screen>(props.explain ? 'read' : 'answer');
  const [typed, setTyped] = useState<BoxText>(() => limitText(props.explain ?? ''));
  const [picture, setPicture] = useState<File | null>(null);
  const place = useRef<HTMLDivElement>(null);
  // Questions that are all answered lead to the answer by themselves.
  const isOver = screen === 'questions' && model !== null && model.question === null;
  const shown: Screen = model === null || isOver ? 'answer' : screen;
  if (isOver) setScreen('answer');
  const title = `${shown} ${model?.answer?.head.diagnosis ?? ''} ${model?.answer?.outcome ?? ''}`;
  const before = useRef<string | null>(null);
  const loaded = model !== null;
  useLayoutEffect(() => {
    // The first answer takes no focus from where the user is.
    if (before.current !== null && before.current !== title && place.current) toStart(place.current);
    if (loaded) before.current = title;
  }, [title, loaded]);

  const go = (to: Screen, shot: File | null = null): void => {
    // It is read once; who comes back to the box brings another.
    setPicture(shot);
    setScreen(to);
  };
  const take = (told: Told): void => {
    props.onText(told);
    setScreen('answer');
  };

  return (
    <div ref={place} data-screen={shown}>
      {shown !== 'answer' && (
        <Button kind="plain" onPress={() => go('answer')}>
          <Icon name="back" />
          {props.voice.ui('back')}
        </Button>
      )}
      {shown === 'answer' && model?.answer && <Answer {...props} model={model} answer={model.answer} onScreen={go} />}
      {shown === 'answer' && !model?.answer && view.state !== 'diagnosis' && (
        <>
          <StateWords {...props} view={view} onFound={() => go('answer')} onShot={(shot) => go('read', shot)} />
          {model && <Plain {...props} model={model} onScreen={go} />}
        </>
      )}
      {shown === 'questions' && model && <Questions {...props} model={model} />}
      {shown === 'causes' && (
        <CausesScreen
          causes={model!.others}
          voice={props.voice}
          onChoose={(diagnosis) => {
            props.onChoose(diagnosis);
            go(diagnosis === null ? 'questions' : 'answer');
          }}
          onRead={() => go('read')}
        >
          {model!.answer && props.late.report?.({ answer: model!.answer, typed: typed.text }, props.onCopy)}
        </CausesScreen>
      )}
      {shown === 'read' && (
        <ReadScreen
          {...props}
          value={typed}
          picture={picture}
          asks={model!.question !== null}
          onChange={setTyped}
          onText={take}
          onAsk={() => go('questions')}
        />
      )}
    </div>
  );
}

/** The answer to the case: the head, the one thing to do, then the rest, folded. */
function Answer(props: Loaded & { answer: AnswerModel; onScreen: (screen: Screen) => void }) {
  const { model, answer, voice } = props;
  return (
    <article class="answer" data-outcome={answer.outcome}>
      <AnswerHead answer={answer} voice={voice} now={props.now} />
      <PageSaysLine answer={answer} voice={voice} late={props.late} />
      <Chips chips={model.chips} head={answer.head.diagnosis} voice={voice} onUndo={props.onUndo} />
      <NowBox
        {...props}
        place={model.place}
        {...(answer.asksAtOnce ? { question: <Questions {...props} bare /> } : {})}
      />
      {!answer.asksAtOnce && <ThenSteps answer={answer} voice={voice} />}
      <ResultRow answer={answer} voice={voice} onResult={props.onResult} />
      <Doors {...props} />
      {answer.asksAtOnce && <ThenSteps answer={answer} voice={voice} />}
      <Folds {...props} />
    </article>
  );
}

/** The ways on where nothing is known of a failure. */
function Plain(props: Loaded & { onScreen: (screen: Screen) => void }) {
  const { late, voice, model } = props;
  return (
    <>
      <Chips chips={model.chips} voice={voice} onUndo={props.onUndo} onStartOver={props.onStartOver} />
      <Doors {...props} />
      {late.cost && <Details title={voice.ui('cost')}>{late.cost()}</Details>}
    </>
  );
}

/** The next question, alone on its screen, or in the place of the first step (`bare`). */
function Questions(props: Loaded & { bare?: boolean }) {
  const { model, voice, bare = false } = props;
  if (!model.question) return null;
  return (
    <QuestionScreen
      question={model.question}
      voice={voice}
      canGoBack={model.lastAsked !== null}
      onAnswer={(answer) => props.onAnswer(model.question!.id, answer)}
      onBack={() => props.onTakeBack(model.lastAsked!)}
      {...(bare
        ? {}
        : { known: <Chips chips={model.chips} voice={voice} onUndo={props.onUndo} onStartOver={props.onStartOver} /> })}
    />
  );
}
