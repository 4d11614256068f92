/** What a note for a friendly talk is about (S2-75, S2-76): `carCare` how clean the car is kept, `seen` what was noticed, as a child seat. */
export const NOTE_TOPICS = ['family', 'interests', 'carCare', 'seen', 'other'] as const
export type NoteTopic = (typeof NOTE_TOPICS)[number]
