import { ChevronDown, FileSearch } from 'lucide-react';
import type { ReportGuest } from '../../shared/contract/documents.ts';
import { messages } from '../messages.ts';
import { longTime } from '../state/format.ts';
import { Popover } from '../ui/popover.tsx';
import { GuestFrame } from '../scenario/guest/guest-frame.tsx';
import './report.css';

const words = messages.report;

type Fact = readonly [name: string, value: string];

const factsOf = (guest: ReportGuest): readonly Fact[] => {
  const { file, madeAt, of, project, rules, app, runtime, clock, settings, leftOut } = guest;
  const { facts } = words;
  return [
    [facts.file, file],
    [facts.made, longTime(madeAt)],
    [facts.of, words.of[of]],
    [facts.project, project],
    [facts.rules, messages.rules[rules]],
    [facts.app, words.app(app)],
    [facts.runtime, words.runtime(runtime)],
    [facts.clock, words.clocks[clock]],
    [facts.settings, words.settings(settings)],
    [facts.content, words.content(guest)],
    ...leftOut.map((line): Fact => [facts.leftOut, line]),
  ];
};

const About = ({ guest }: { readonly guest: ReportGuest }) => (
  <Popover
    label={words.about}
    panelLabel={words.about}
    buttonClass="popover-button button--plain button--small"
    panelClass="report-about"
    button={
      <>
        {words.about}
        <ChevronDown size={14} aria-hidden />
      </>
    }
  >
    {() => (
      <dl className="report-about__facts">
        {factsOf(guest).map(([name, value]) => (
          <div key={`${name} ${value}`} className="report-about__fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
  </Popover>
);

/** Says that a report is shown, whose, and that nothing can be changed in it. */
export const ReportBar = ({ guest }: { readonly guest: ReportGuest }) => (
  <GuestFrame
    id={guest.id}
    label={words.label}
    status="report"
    icon={<FileSearch size={16} aria-hidden className="guest-bar__icon" />}
    leave={words.leave}
  >
    <span className="report-bar__file clipped">{guest.file}</span>
    <span className="guest-bar__name report-bar__line clipped">
      {words.line(guest, longTime(guest.madeAt), messages.rules[guest.rules])}
    </span>
    <span className="report-bar__only">{words.readOnly}</span>
    <About guest={guest} />
  </GuestFrame>
);
