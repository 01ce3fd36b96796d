/** Currencies offered in forms, ours first; the server knows all of ISO 4217. */
export const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'KRW', 'SGD', 'TWD', 'AUD', 'CAD', 'CHF'] as const
