/** What a telephone shows to type with. */
export type Keyboard = 'tel' | 'email' | 'url'
