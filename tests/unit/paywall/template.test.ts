import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../../shared/paywall/texts/template.ts';

const render = (template: string) => {
  const unsafe: string[] = [];
  const targets: unknown[] = [];
  const text = renderTemplate(template, {
    variable: (inside) =>
      inside.startsWith('custom.')
        ? { kind: 'text', text: inside.slice('custom.'.length) }
        : { kind: 'key', key: inside },
    target: (parts) => `link.${targets.push(parts)}`,
    unsafeLink: (target) => unsafe.push(target),
  });
  return { text, unsafe };
};

describe('a text', () => {
  it.each([
    ['Save **now** with *us* ~today~ `x`', 'Save **now** with *us* ~today~ `x`'],
    ['line\\\nline', 'line\\\nline'],
    ['<b onclick="x">&\'</b>', '&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;&lt;/b&gt;'],
    ['{{ price }} and {{price}}', '{{ price }} and {{ price }}'],
    ['{{ custom.<i>{{ x }} }}', '&lt;i&gt;&#123;&#123; x }}'],
    ['{ a } {{ unclosed', '&#123; a } &#123;&#123; unclosed'],
    ['{{ not\none line }} {{ price }}', '&#123;&#123; not\none line }} {{ price }}'],
    ['5 \\* 3 \\[x\\] \\a', '5 &#42; 3 &#91;x&#93; \\a'],
    ['[page](https://a.test/b?c=1&d=2)', '[page](https://a.test/b?c=1&amp;d=2)'],
    ['[mail](mailto:me@a.test)', '[mail](mailto:me@a.test)'],
    ['[**fat** {{ price }}](http://a.test)', '[**fat** {{ price }}](http://a.test)'],
    ['[w](https://a.test/A_(b))', '[w](https://a.test/A_%28b%29)'],
    ['[x](https://a.test/*a*~b~`c`)', '[x](https://a.test/%2Aa%2A%7Eb%7E%60c%60)'],
    ['[x](https://a.test/\\_a)', '[x](https://a.test/_a)'],
    ['[x](https://a.test/ onclick=alert(1))', '[x](https://a.test/%20onclick=alert%281%29)'],
    ["[x](https://a.test/'><script>)", '[x](https://a.test/%27%3E%3Cscript%3E)'],
    ['[x](https://a.test/{{ id }}/b)', '[x]({{ link.1 }})'],
    ['[x](https://a.test/{{ custom.a b }})', '[x](https://a.test/a%20b)'],
    ['{{ custom.[x](https://a.test) }}', '[x](https://a.test)'],
    ['a [b [c](https://a.test)', 'a &#91;b [c](https://a.test)'],
    ['[a]{{ empty }}(javascript:x)', '&#91;a&#93;{{ empty }}&#40;javascript:x)'],
    ['[a\\\nb](https://a.test)', '[a\\\nb](https://a.test)'],
    ['[a\nb](https://a.test)', '[a b](https://a.test)'],
    ['\uE0000\uE001 {{ price }}', '0 {{ price }}'],
    ['', ''],
  ])('%j is written as %j', (template, text) => {
    expect(render(template)).toEqual({ text, unsafe: [] });
  });

  it.each([
    ['[x](javascript:alert)', 'x', 'javascript:alert'],
    ['[x](JAVASCRIPT:a)', 'x', 'JAVASCRIPT:a'],
    ['[x](data:text/html,a)', 'x', 'data:text/html,a'],
    ['[x](/local)', 'x', '/local'],
    ['[x](https://)', 'x', 'https://'],
    ['[x]()', 'x', ''],
    ['[x]({{ price }})', 'x', ''],
    ['[x](https://{{ host }}/)', 'x', 'https://'],
    ['[x]({{ custom.javascript:a }})', 'x', 'javascript:a'],
  ])('%j keeps its words but not its link', (template, text, target) => {
    expect(render(template)).toEqual({ text, unsafe: [target] });
  });

  it('of many thousand brackets and braces takes no time', () => {
    const hostile = '[{{ (](\\'.repeat(2_500);
    const before = performance.now();
    render(hostile);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
