FROM node:22-slim AS build
WORKDIR /gongkai
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production ORT_DISABLE_TELEMETRY=1
WORKDIR /gongkai
# It converts DOC, WPS, RTF and ODT (Writer), XLSB and workbooks in XML (Calc).
RUN apt-get update && apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /gongkai/dist dist
# A volume that is mounted here for the first time belongs to whom the folder belongs to.
RUN mkdir /store && chown node:node /store
USER node
ENTRYPOINT ["node", "/gongkai/dist/bin/gongkai.js"]
CMD ["--help"]
