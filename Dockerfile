FROM node:22-slim AS build
WORKDIR /gongkai
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production ORT_DISABLE_TELEMETRY=1
WORKDIR /gongkai
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /gongkai/dist dist
# A volume that is mounted here for the first time belongs to whom the folder belongs to.
RUN mkdir /store && chown node:node /store
USER node
ENTRYPOINT ["node", "/gongkai/dist/bin/gongkai.js"]
CMD ["--help"]
