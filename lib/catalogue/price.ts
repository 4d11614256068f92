/** The price that fits a model best: the longest pattern found in the model's name; '' fits every model. */
export function priceForModel<Price extends { modelPattern: string }>(
  prices: Price[],
  model: string,
): Price | undefined {
  const name = model.toLowerCase()
  return prices
    .filter(({ modelPattern }) => name.includes(modelPattern.toLowerCase()))
    .sort((a, b) => b.modelPattern.length - a.modelPattern.length)[0]
}
