/**
 * Confidence below which a recognized value is doubted. Measured (`bench ocr calibration`, docs/scans.md): of pictures of
 * 150 dpi all wrong numbers are below and one in 40 of the right ones, of 100 dpi three in four and one in six; a higher
 * bound marks far more right numbers than wrong ones.
 */
export const UNSURE = 0.9;
