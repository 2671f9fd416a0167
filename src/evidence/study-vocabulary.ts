/**
 * The closed lists of study records: what a table can filter on and an export can count on. Each maps the value that
 * stands in the file to what a reader sees. To add a value: one line here, `npm run schemas`, and its first study.
 */

interface Labeled {
  label: string;
}

/** What kind of study it is. */
export const DESIGNS = {
  rct: {label: 'Randomized trial'},
  'meta-analysis': {label: 'Meta-analysis'},
  'systematic-review': {label: 'Systematic review'},
  cohort: {label: 'Cohort or single-arm study'},
  'case-series': {label: 'Case series'},
  'cross-sectional': {label: 'Cross-sectional study'},
  pharmacokinetic: {label: 'Pharmacokinetic study'},
  model: {label: 'Economic model'},
} as const satisfies Record<string, Labeled>;

/** Who did not know what was given, as the source words it. */
export const BLINDING = {
  double: {label: 'Double-blind'},
  single: {label: 'Single-blind'},
  rater: {label: 'Open-label, raters blind'},
  open: {label: 'Open-label'},
} as const satisfies Record<string, Labeled>;

/** Whether there are results to show. */
export const STATUSES = {
  reported: {label: 'Results reported'},
  ongoing: {label: 'Ongoing'},
  unreported: {label: 'No results found'},
} as const satisfies Record<string, Labeled>;

/** Headings under which conditions are listed. */
export const CONDITION_GROUPS = {
  depression: 'Depression and suicidality',
  anxiety: 'Anxiety, trauma and other psychiatric conditions',
  addiction: 'Substance use',
  pain: 'Pain',
  acute: 'Anesthesia, emergency and critical care',
  harm: 'Harms',
  drug: 'The drug and its use',
} as const;

export type ConditionGroup = keyof typeof CONDITION_GROUPS;

/** What was studied: the condition treated, or the subject where nobody was treated for one. */
export const CONDITIONS = {
  'treatment-resistant-depression': {label: 'Treatment-resistant depression', group: 'depression'},
  'major-depression': {label: 'Major depression', group: 'depression'},
  'psychotic-depression': {label: 'Psychotic depression', group: 'depression'},
  'bipolar-depression': {label: 'Bipolar depression', group: 'depression'},
  'perinatal-depression': {label: 'Perinatal depression', group: 'depression'},
  'adolescent-depression': {label: 'Depression in adolescents', group: 'depression'},
  'late-life-depression': {label: 'Depression in later life', group: 'depression'},
  suicidality: {label: 'Suicidality', group: 'depression'},
  anxiety: {label: 'Anxiety disorders and symptoms', group: 'anxiety'},
  ptsd: {label: 'PTSD', group: 'anxiety'},
  ocd: {label: 'OCD', group: 'anxiety'},
  'psychiatric-disorders': {label: 'Psychiatric disorders, several', group: 'anxiety'},
  'alcohol-use-disorder': {label: 'Alcohol use disorder', group: 'addiction'},
  'hazardous-drinking': {label: 'Hazardous drinking', group: 'addiction'},
  'alcohol-withdrawal': {label: 'Alcohol withdrawal', group: 'addiction'},
  'cocaine-use-disorder': {label: 'Cocaine use disorder', group: 'addiction'},
  'opioid-use-disorder': {label: 'Opioid use disorder', group: 'addiction'},
  'opioid-withdrawal': {label: 'Opioid withdrawal', group: 'addiction'},
  'opioid-tapering': {label: 'Opioid tapering', group: 'addiction'},
  'cannabis-use-disorder': {label: 'Cannabis use disorder', group: 'addiction'},
  'tobacco-use-disorder': {label: 'Tobacco use disorder', group: 'addiction'},
  'ketamine-use-disorder': {label: 'Ketamine use disorder', group: 'addiction'},
  'substance-use-disorders': {label: 'Substance use disorders, several', group: 'addiction'},
  'chronic-pain': {label: 'Chronic pain', group: 'pain'},
  'neuropathic-pain': {label: 'Neuropathic pain', group: 'pain'},
  'spinal-cord-injury-pain': {label: 'Spinal cord injury pain', group: 'pain'},
  'phantom-limb-pain': {label: 'Phantom limb pain', group: 'pain'},
  'chemotherapy-neuropathy': {label: 'Chemotherapy-induced neuropathy', group: 'pain'},
  fibromyalgia: {label: 'Fibromyalgia', group: 'pain'},
  'complex-regional-pain-syndrome': {label: 'Complex regional pain syndrome', group: 'pain'},
  'cancer-pain': {label: 'Cancer pain', group: 'pain'},
  headache: {label: 'Headache and migraine', group: 'pain'},
  'acute-pain': {label: 'Acute pain', group: 'pain'},
  'sickle-cell-pain': {label: 'Sickle cell pain', group: 'pain'},
  'burn-pain': {label: 'Burn pain', group: 'pain'},
  'postoperative-pain': {label: 'Postoperative pain', group: 'pain'},
  'chronic-postsurgical-pain': {label: 'Chronic postsurgical pain', group: 'pain'},
  anesthesia: {label: 'Anesthesia', group: 'acute'},
  'procedural-sedation': {label: 'Procedural sedation', group: 'acute'},
  intubation: {label: 'Emergency intubation', group: 'acute'},
  'critical-care-sedation': {label: 'Sedation in critical care', group: 'acute'},
  agitation: {label: 'Severe agitation', group: 'acute'},
  'status-epilepticus': {label: 'Status epilepticus', group: 'acute'},
  asthma: {label: 'Severe asthma', group: 'acute'},
  'intracranial-pressure': {label: 'Raised intracranial pressure', group: 'acute'},
  'postoperative-delirium': {label: 'Postoperative delirium', group: 'acute'},
  'psychotomimetic-effects': {label: 'Psychotomimetic effects', group: 'harm'},
  'cardiovascular-effects': {label: 'Cardiovascular effects', group: 'harm'},
  'urinary-tract': {label: 'Urinary tract', group: 'harm'},
  'liver-and-biliary': {label: 'Liver and bile ducts', group: 'harm'},
  cognition: {label: 'Cognition', group: 'harm'},
  driving: {label: 'Driving', group: 'harm'},
  misuse: {label: 'Misuse', group: 'harm'},
  'poisoning-and-deaths': {label: 'Poisoning and deaths', group: 'harm'},
  pharmacokinetics: {label: 'Pharmacokinetics', group: 'drug'},
  'drug-interactions': {label: 'Drug interactions', group: 'drug'},
  mechanism: {label: 'Mechanism', group: 'drug'},
  'clinical-practice': {label: 'Clinical practice', group: 'drug'},
  'access-and-cost': {label: 'Access and cost', group: 'drug'},
} as const satisfies Record<string, Labeled & {group: ConditionGroup}>;

/**
 * What an arm gets. `group` tells ketamine and its relatives from what it is compared with; `other` and
 * `any-control` need a name in the arm's `drug_name`.
 */
export const DRUGS = {
  'racemic-ketamine': {label: 'Racemic ketamine', group: 'ketamine'},
  esketamine: {label: 'Esketamine', group: 'ketamine'},
  arketamine: {label: 'Arketamine', group: 'ketamine'},
  'ketamine-or-esketamine': {label: 'Ketamine or esketamine', group: 'ketamine'},
  placebo: {label: 'Placebo', group: 'other'},
  'usual-care': {label: 'Usual care', group: 'other'},
  psychotherapy: {label: 'Psychotherapy', group: 'other'},
  ect: {label: 'ECT', group: 'other'},
  midazolam: {label: 'Midazolam', group: 'other'},
  lorazepam: {label: 'Lorazepam', group: 'other'},
  haloperidol: {label: 'Haloperidol', group: 'other'},
  propofol: {label: 'Propofol', group: 'other'},
  etomidate: {label: 'Etomidate', group: 'other'},
  morphine: {label: 'Morphine', group: 'other'},
  fentanyl: {label: 'Fentanyl', group: 'other'},
  'any-opioid': {label: 'Opioids', group: 'other'},
  lidocaine: {label: 'Lidocaine', group: 'other'},
  amitriptyline: {label: 'Amitriptyline', group: 'other'},
  antidepressant: {label: 'Oral antidepressant', group: 'other'},
  quetiapine: {label: 'Quetiapine', group: 'other'},
  lithium: {label: 'Lithium', group: 'other'},
  riluzole: {label: 'Riluzole', group: 'other'},
  'nitrous-oxide': {label: 'Nitrous oxide', group: 'other'},
  esmethadone: {label: 'Esmethadone', group: 'other'},
  'dextromethorphan-bupropion': {label: 'Dextromethorphan-bupropion', group: 'other'},
  hydroxynorketamine: {label: 'Hydroxynorketamine', group: 'other'},
  onfasprodil: {label: 'Onfasprodil', group: 'other'},
  rapastinel: {label: 'Rapastinel', group: 'other'},
  'any-control': {label: 'Any control', group: 'other'},
  other: {label: 'Other', group: 'other'},
} as const satisfies Record<string, Labeled & {group: 'ketamine' | 'other'}>;

/** How it is given. `several`: the arm takes more than one route together, and `dose` says which. */
export const ROUTES = {
  iv: {label: 'Intravenous'},
  im: {label: 'Intramuscular'},
  sc: {label: 'Subcutaneous'},
  intranasal: {label: 'Intranasal'},
  oral: {label: 'Oral'},
  sublingual: {label: 'Sublingual'},
  rectal: {label: 'Rectal'},
  topical: {label: 'Topical'},
  inhaled: {label: 'Inhaled'},
  intravesical: {label: 'Intravesical'},
  several: {label: 'Several routes'},
} as const satisfies Record<string, Labeled>;

/** What an outcome is about, so that the same question can be found in every study that asked it. */
export const OUTCOMES = {
  response: {label: 'Response'},
  remission: {label: 'Remission'},
  relapse: {label: 'Relapse'},
  depression: {label: 'Depression severity'},
  anxiety: {label: 'Anxiety severity'},
  'ptsd-symptoms': {label: 'PTSD symptoms'},
  'suicidal-ideation': {label: 'Suicidal ideation'},
  'suicidal-ideation-remission': {label: 'Remission of suicidal ideation'},
  'suicidal-behavior': {label: 'Suicidal behavior'},
  'depressive-episode': {label: 'New depressive episode'},
  abstinence: {label: 'Abstinence'},
  'substance-use': {label: 'Substance use'},
  craving: {label: 'Craving'},
  withdrawal: {label: 'Withdrawal'},
  'treatment-started': {label: 'Treatment started or completed'},
  motivation: {label: 'Motivation to quit'},
  pain: {label: 'Pain'},
  'pain-relief': {label: 'Pain relief (responders)'},
  'analgesic-use': {label: 'Use of analgesics'},
  'migraine-aura': {label: 'Migraine aura'},
  function: {label: 'Function'},
  'quality-of-life': {label: 'Quality of life'},
  mortality: {label: 'Death'},
  survival: {label: 'Survival'},
  'circulatory-event': {label: 'Circulatory event'},
  'respiratory-event': {label: 'Respiratory event'},
  'adrenal-suppression': {label: 'Adrenal suppression'},
  'organ-failure': {label: 'Organ failure'},
  intubation: {label: 'Intubation'},
  'length-of-stay': {label: 'Length of stay'},
  sedation: {label: 'Sedation'},
  agitation: {label: 'Agitation'},
  delirium: {label: 'Delirium'},
  'seizure-control': {label: 'Seizure control'},
  'blood-pressure': {label: 'Blood pressure'},
  'heart-rate': {label: 'Heart rate'},
  dissociation: {label: 'Dissociative and psychotomimetic effects'},
  cognition: {label: 'Cognition'},
  driving: {label: 'Driving'},
  'adverse-events': {label: 'Adverse events'},
  discontinuation: {label: 'Stopping treatment'},
  'urinary-symptoms': {label: 'Urinary symptoms'},
  'liver-injury': {label: 'Liver and biliary injury'},
  bioavailability: {label: 'Bioavailability'},
  exposure: {label: 'Drug exposure'},
  'drug-liking': {label: 'Drug liking'},
  prevalence: {label: 'How common it is'},
  dependence: {label: 'Dependence'},
  practice: {label: 'Practice'},
  cost: {label: 'Cost'},
  blinding: {label: 'Success of blinding'},
  'overall-conclusion': {label: 'Overall conclusion'},
  other: {label: 'Other'},
} as const satisfies Record<string, Labeled>;

/** Instruments by the short name that pages use, with what it stands for. */
export const SCALES = {
  MADRS: 'Montgomery-Åsberg Depression Rating Scale',
  'HAM-D': 'Hamilton Depression Rating Scale',
  'HAM-D-6': 'Hamilton Depression Rating Scale, 6 items',
  'HAM-D-17': 'Hamilton Depression Rating Scale, 17 items',
  'HAM-D-25': 'Hamilton Depression Rating Scale, 25 items',
  'QIDS-SR': 'Quick Inventory of Depressive Symptomatology, self-report',
  'PHQ-9': 'Patient Health Questionnaire, 9 items',
  'CDRS-R': "Children's Depression Rating Scale, Revised",
  EPDS: 'Edinburgh Postnatal Depression Scale',
  POMS: 'Profile of Mood States',
  'MADRS suicide item': 'Suicidal-thoughts item of the MADRS',
  SSI: 'Scale for Suicide Ideation',
  BSS: 'Beck Scale for Suicide Ideation',
  'C-SSRS': 'Columbia-Suicide Severity Rating Scale',
  'CGI-SS-R': 'Clinical Global Impression, Severity of Suicidality, Revised',
  'HAM-A': 'Hamilton Anxiety Rating Scale',
  'GAD-7': 'Generalized Anxiety Disorder scale, 7 items',
  LSAS: 'Liebowitz Social Anxiety Scale',
  'Fear Questionnaire': 'Fear Questionnaire',
  'PCL-5': 'PTSD Checklist for DSM-5',
  'CAPS-5': 'Clinician-Administered PTSD Scale for DSM-5',
  'Y-BOCS': 'Yale-Brown Obsessive Compulsive Scale',
  OCDS: 'Obsessive Compulsive Drinking Scale',
  URICA: 'University of Rhode Island Change Assessment',
  COWS: 'Clinical Opiate Withdrawal Scale',
  NRS: 'Numerical rating scale, 0 to 10',
  VAS: 'Visual analog scale',
  'BPI-SF': 'Brief Pain Inventory, short form',
  'McGill sensory': 'McGill Pain Questionnaire, sensory component',
  'QLQ-CIPN20': 'EORTC Quality of Life Questionnaire, chemotherapy-induced neuropathy',
  CADSS: 'Clinician-Administered Dissociative States Scale',
  'Pittsburgh Agitation Scale': 'Pittsburgh Agitation Scale',
  SOFA: 'Sequential Organ Failure Assessment',
  'AQoL-8D': 'Assessment of Quality of Life, 8 dimensions',
  Cogstate: 'Cogstate computerized battery',
  SDLP: 'Standard deviation of lateral position',
} as const satisfies Record<string, string>;

/**
 * Measures of an effect. `none` is the value of no effect; `log` says that it is added up and plotted on the log scale.
 */
export const MEASURES = {
  RR: {label: 'Risk ratio', none: 1, log: true},
  OR: {label: 'Odds ratio', none: 1, log: true},
  HR: {label: 'Hazard ratio', none: 1, log: true},
  IRR: {label: 'Incidence rate ratio', none: 1, log: true},
  PR: {label: 'Prevalence ratio', none: 1, log: true},
  ROR: {label: 'Reporting odds ratio', none: 1, log: true},
  ROM: {label: 'Ratio of means', none: 1, log: true},
  RD: {label: 'Risk difference, percentage points', none: 0, log: false},
  MD: {label: 'Mean difference', none: 0, log: false},
  SMD: {label: 'Standardized mean difference', none: 0, log: false},
  PD: {label: 'Difference in percent of the comparator', none: 0, log: false},
} as const satisfies Record<string, Labeled & {none: 0 | 1; log: boolean}>;

export type Measure = keyof typeof MEASURES;

/** Registers of trials and reviews: how their numbers are written, and where a number leads. */
export const REGISTRIES: readonly {name: string; pattern: RegExp; href?: (id: string) => string}[] =
  [
    {
      name: 'ClinicalTrials.gov',
      pattern: /^NCT\d{8}$/,
      href: (id) => `https://clinicaltrials.gov/study/${id}`,
    },
    {
      name: 'ISRCTN',
      pattern: /^ISRCTN\d{8}$/,
      href: (id) => `https://www.isrctn.com/${id}`,
    },
    {
      name: 'ANZCTR',
      pattern: /^ACTRN\d{14}$/,
      href: (id) => `https://www.anzctr.org.au/${id}.aspx`,
    },
    {
      name: 'EU Clinical Trials Register',
      pattern: /^EudraCT \d{4}-\d{6}-\d{2}$/,
      href: (id) =>
        `https://www.clinicaltrialsregister.eu/ctr-search/search?query=${id.slice('EudraCT '.length)}`,
    },
    {
      name: 'PROSPERO',
      pattern: /^CRD\d{11}$/,
      href: (id) => `https://www.crd.york.ac.uk/PROSPERO/view/${id}`,
    },
    {name: 'Chinese Clinical Trial Registry', pattern: /^ChiCTR\d{10}$/},
    {name: 'UMIN Clinical Trials Registry', pattern: /^UMIN\d{9}$/},
    {name: 'Netherlands Trial Register', pattern: /^NTR\d{3,5}$/},
    {name: 'IRAS (UK research approval)', pattern: /^IRAS \d{5,7}$/},
    {name: 'Cochrane review', pattern: /^CD\d{6}$/},
  ];
