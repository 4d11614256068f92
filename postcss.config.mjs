const config = {
  plugins: {
    // Colours are written in OKLCH and sent in sRGB: sent as both, they were a seventh of all styles.
    '@csstools/postcss-oklab-function': { preserve: false, subFeatures: { displayP3: false } },
    '@tailwindcss/postcss': {},
  },
}

export default config
