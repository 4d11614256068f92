/**
 * What a customer may say about a fault by tapping (form F09: phenomenon, frequency, environment, speed, road). Several answers
 * to each question, none needed.
 */
export const FAULT_QUESTIONS = {
  what: [
    'noise', 'vibration', 'warningLamp', 'noStart', 'brakes', 'steering', 'airConditioning', 'smellOrLeak', 'other',
  ],
  when: ['starting', 'standing', 'driving', 'accelerating', 'braking', 'turning'],
  frequency: ['always', 'often', 'sometimes', 'once'],
  speed: ['standstill', 'upTo30', 'upTo60', 'upTo100', 'above100'],
  road: ['smooth', 'rough', 'hill', 'motorway', 'wet'],
  warmth: ['cold', 'warm'],
  sound: ['squeal', 'grinding', 'knock', 'rattle', 'hum', 'hiss', 'click'],
} as const // prettier-ignore

export type FaultQuestion = keyof typeof FAULT_QUESTIONS
export const faultQuestions = Object.keys(FAULT_QUESTIONS) as FaultQuestion[]

/** The answers to each question. */
export type Fault = { [Question in FaultQuestion]: (typeof FAULT_QUESTIONS)[Question][number][] }

export const isTold = (fault: Partial<Fault>): boolean =>
  faultQuestions.some((question) => (fault[question]?.length ?? 0) > 0)
