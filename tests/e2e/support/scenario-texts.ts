/** Scenarios that play in no time, and one that goes on until it is given up. */

const project =
  'project: { offerings: [{ id: default }], workflows: [{ id: wf_a, offering: default }] }';

export const holding = `# It is fetched once.
format: 1
name: One workflow
${project}
steps:
  - get-workflow: { offering: default, as: paywall }
  - expect: { paywall: { status: ok, workflow: wf_a } }
`;

export const failing = `${holding}  - expect: { paywall: { source: disk } }
  - settle:
`;

export const endless = `format: 1
name: One that goes on
${project}
steps: [{ repeat: { times: 50000, do: [{ get-offerings: {} }] } }]
`;
