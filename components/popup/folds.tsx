import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import { Icon } from '../shared/icon.tsx';
import { dayIn } from '../shared/voice.ts';
import { CopyButtons } from './copy-buttons.tsx';
import { FactList } from './fact-list.tsx';
import type { AnswerModel } from './popup-model.ts';
import type { LateParts, PopupActions, PopupVoice } from './popup-props.ts';
import { SourceList } from './source-list.tsx';

interface FoldsProps extends Pick<PopupActions, 'onCopy' | 'onShare' | 'onStartOver'> {
  answer: AnswerModel;
  voice: PopupVoice;
  late: LateParts;
}

/** All that stays closed until it is asked for. */
export function Folds({ answer, voice, late, onCopy, onShare, onStartOver }: FoldsProps) {
  const { ui, library, tag } = voice;
  const { retry } = answer;
  return (
    <div class="folds">
      {answer.stale && <p class="stale">{ui('sources.stale', { checked: dayIn(tag, answer.checked) })}</p>}
      <Details title={ui('avoid')}>
        <ul class="avoid">
          {answer.avoid.map((one) => (
            <li key={one}>
              <Icon name="cross" />
              {library(`avoid.${one}`)}
            </li>
          ))}
        </ul>
      </Details>
      {retry && (
        <Details title={ui('retry')}>
          <p data-retry={retry.when}>
            {library(`retry.${retry.when}`, retry.waitMinutes ? { minutes: retry.waitMinutes } : {})}
          </p>
        </Details>
      )}
      {answer.asksCountry && late.country?.()}
      {answer.hasWays && late.ways && <Details title={ui('alternatives')}>{late.ways()}</Details>}
      {answer.hasCost && late.cost && <Details title={ui('cost')}>{late.cost()}</Details>}
      <Code answer={answer} voice={voice} />
      {answer.facts.length > 0 && (
        <Details title={ui('facts')}>
          <FactList facts={answer.facts} voice={voice} />
        </Details>
      )}
      <SourceList sources={answer.sources} checked={answer.checked} voice={voice} />
      <div class="folds-end">
        <CopyButtons answer={answer} voice={voice} onCopy={onCopy} {...(onShare ? { onShare } : {})} />
        <Button onPress={onStartOver}>{ui('start-over')}</Button>
      </div>
    </div>
  );
}

function Code({ answer: { code }, voice }: Pick<FoldsProps, 'answer' | 'voice'>) {
  if (!code) return null;
  return (
    <Details title={voice.ui('code')}>
      <p>
        <code lang="en" dir="ltr">
          {code.text}
        </code>
      </p>
      <p>{code.meaning ? voice.codes(code.meaning) : voice.ui('code.unknown')}</p>
      {code.meaning && !code.certain && <p class="soft">{voice.ui('code.uncertain')}</p>}
    </Details>
  );
}
